package dev.assay.config.compose;

import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * One tree out of all that takes part.
 *
 * @param source the file that was asked for
 * @param root without {@code extends}, groups, blocks and expressions: they have been carried out
 */
public record Composition(Source source, Node.Mapping root, Origins origins) {

  /**
   * The tree with other texts in some places, such as paths that are found from everywhere.
   *
   * @param texts by the scalar that they replace, which is known by its identity
   */
  public Composition with(IdentityHashMap<Node, String> texts) {
    return texts.isEmpty()
        ? this
        : new Composition(source, (Node.Mapping) replaced(root, texts), origins);
  }

  /** The tree without a key at its top. */
  public Composition without(String key) {
    List<Node.Entry> rest =
        root.entries().stream().filter(entry -> !entry.key().equals(key)).toList();
    return new Composition(source, new Node.Mapping(rest, root.span()), origins);
  }

  private Node replaced(Node node, IdentityHashMap<Node, String> texts) {
    Node changed = node;
    if (node instanceof Node.Scalar scalar && texts.containsKey(node)) {
      String text = Objects.requireNonNull(texts.get(node));
      changed = new Node.Scalar(text, scalar.plain(), scalar.span());
    } else if (node instanceof Node.Sequence sequence) {
      List<Node> items = sequence.items().stream().map(item -> replaced(item, texts)).toList();
      changed = new Node.Sequence(items, sequence.span());
    } else if (node instanceof Node.Mapping mapping) {
      changed =
          new Node.Mapping(
              mapping.entries().stream()
                  .map(e -> new Node.Entry(e.key(), e.keySpan(), replaced(e.value(), texts)))
                  .toList(),
              mapping.span());
    }
    origins.derived(changed, node);
    return changed;
  }
}
