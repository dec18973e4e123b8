package dev.assay.config.compose;

import dev.assay.config.compose.Change.Mode;
import dev.assay.config.compose.KeyPath.Step;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the changes of a command line in a tree, by the same rules as a file that extends another.
 */
record Changes(Merge merge, Problems problems) {

  /** The tree with a change; the same tree, and a problem, where it cannot be made. */
  Node made(Node root, Change change) {
    Node changed = at(root, change, 0);
    return changed == null ? root : changed;
  }

  private @Nullable Node at(Node node, Change change, int depth) {
    Step step = change.path().steps().get(depth);
    if (step instanceof Step.Key key && node instanceof Node.Mapping mapping) {
      return inMapping(mapping, key.name(), change, depth);
    }
    if (step instanceof Step.Item item && node instanceof Node.Sequence sequence) {
      return inSequence(sequence, item.index(), change, depth);
    }
    String wanted = step instanceof Step.Key ? "a mapping" : "a list";
    return fail(change, "here is %s, not %s".formatted(node.kind(), wanted));
  }

  private static boolean isLast(Change change, int depth) {
    return depth == change.path().steps().size() - 1;
  }

  private @Nullable Node inMapping(Node.Mapping mapping, String key, Change change, int depth) {
    if (isLast(change, depth)) {
      return merge.merged(mapping, overlay(prefix(change) + key, change.value(), change));
    }
    Node old = mapping.get(key);
    if (old != null) {
      Node value = at(old, change, depth + 1);
      return value == null ? null : with(mapping, key, value);
    }
    if (change.mode() == Mode.REMOVE) {
      return fail(change, "there is no `%s` here".formatted(key));
    }
    Node value = below(change, depth + 1);
    return value == null ? null : merge.merged(mapping, overlay(key, value, change));
  }

  private static String prefix(Change change) {
    return switch (change.mode()) {
      case SET -> "";
      case ADD -> "+";
      case REMOVE -> "~";
    };
  }

  private static Node.Mapping overlay(String key, @Nullable Node value, Change change) {
    Node present = Objects.requireNonNullElse(value, new Node.Scalar("", true, change.span()));
    return new Node.Mapping(List.of(new Node.Entry(key, change.span(), present)), change.span());
  }

  /** New mappings for the rest of the way. */
  private @Nullable Node below(Change change, int depth) {
    Node value = Objects.requireNonNull(change.value());
    for (int i = change.path().steps().size() - 1; i >= depth; i--) {
      if (!(change.path().steps().get(i) instanceof Step.Key key)) {
        return fail(change, "there is no such list");
      }
      value = overlay(key.name(), value, change);
    }
    return value;
  }

  private static Node with(Node.Mapping mapping, String key, Node value) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      boolean here = entry.key().equals(key);
      entries.add(here ? new Node.Entry(key, entry.keySpan(), value) : entry);
    }
    return new Node.Mapping(entries, mapping.span());
  }

  private @Nullable Node inSequence(Node.Sequence list, int index, Change change, int depth) {
    if (index >= list.items().size()) {
      return fail(change, "the list has %d items, counted from 0".formatted(list.items().size()));
    }
    List<Node> items = new ArrayList<>(list.items());
    if (!isLast(change, depth)) {
      Node item = at(items.get(index), change, depth + 1);
      if (item == null) {
        return null;
      }
      items.set(index, item);
    } else if (change.mode() == Mode.REMOVE) {
      items.remove(index);
    } else if (change.mode() == Mode.ADD) {
      return fail(change, "a list grows at its end", "leave out the `[%d]`".formatted(index));
    } else {
      items.set(index, merge.merged(items.get(index), Objects.requireNonNull(change.value())));
    }
    return new Node.Sequence(items, list.span());
  }

  private @Nullable Node fail(Change change, String reason) {
    return fail(change, reason, null);
  }

  private @Nullable Node fail(Change change, String reason, @Nullable String hint) {
    problems.error(
        ComposeRules.BAD_CHANGE, change.span(), "`%s`: %s".formatted(change.path(), reason), hint);
    return null;
  }
}
