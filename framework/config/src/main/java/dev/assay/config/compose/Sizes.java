package dev.assay.config.compose;

import dev.assay.config.tree.Node;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * How many values a tree has, where each place counts in which a value stands. References make one
 * value stand in many places, and whoever walks the tree walks through all of them.
 */
final class Sizes {

  private static final long MOST = 1_000_000;

  private final IdentityHashMap<Node, Long> known = new IdentityHashMap<>();

  /** The innermost first value that is larger than any configuration; nothing if there is none. */
  Optional<Node> tooLarge(Node node) {
    if (of(node) <= MOST) {
      return Optional.empty();
    }
    if (node instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        if (of(item) > MOST) {
          return tooLarge(item);
        }
      }
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        if (of(entry.value()) > MOST) {
          return tooLarge(entry.value());
        }
      }
    }
    return Optional.of(node);
  }

  private long of(Node node) {
    Long size = known.get(node);
    if (size == null) {
      size = 1 + parts(node);
      known.put(node, size);
    }
    return size;
  }

  /** Beyond the limit it is all the same how much. */
  private long parts(Node node) {
    long size = 0;
    if (node instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        size = Math.min(size + of(item), 2 * MOST);
      }
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        size = Math.min(size + of(entry.value()), 2 * MOST);
      }
    }
    return size;
  }
}
