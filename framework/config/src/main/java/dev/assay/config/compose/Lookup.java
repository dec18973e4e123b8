package dev.assay.config.compose;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Walks down a path.
 *
 * @param path as it is written
 * @param at the value that holds it
 * @param parameters what else could be referred to there: those of a block
 */
record Lookup(String path, Node.Scalar at, Set<String> parameters, Interpolation interpolation) {

  /**
   * What stands at the end of a path.
   *
   * @param parents the mappings around it, the innermost first
   * @param key the one that it stands behind, or nothing in a list
   */
  record Found(Node node, List<Node.Mapping> parents, String key) {}

  /** What the path leads to from a mapping on; a failure is reported. */
  Found from(Node.Mapping start) {
    Node node = start;
    List<Node.Mapping> parents = new ArrayList<>();
    String last = "";
    for (KeyPath.Step step : KeyPath.parse(path).steps()) {
      if (node instanceof Node.Mapping mapping) {
        parents.add(0, mapping);
      }
      node = below(node, step);
      last = step instanceof KeyPath.Step.Key key ? key.name() : "";
    }
    return new Found(node, parents, last);
  }

  private Node below(Node node, KeyPath.Step step) {
    String hint = null;
    if (step instanceof KeyPath.Step.Key key && node instanceof Node.Mapping mapping) {
      Node value = mapping.get(key.name());
      if (value != null) {
        return value;
      }
      hint = hint(key.name(), mapping);
    } else if (step instanceof KeyPath.Step.Item item
        && node instanceof Node.Sequence sequence
        && item.index() < sequence.items().size()) {
      return sequence.items().get(item.index());
    }
    throw interpolation.fail(at.span(), "no `%s` is written".formatted(path), hint);
  }

  private String hint(String word, Node.Mapping mapping) {
    if (word.contains("/") || word.contains("-")) {
      return "with spaces around it, a sign computes: `${%s}`"
          .formatted(word.replaceAll("//|[-/]", " $0 "));
    }
    List<String> keys = mapping.entries().stream().map(Node.Entry::key).toList();
    List<String> words = Stream.concat(parameters.stream(), keys.stream()).toList();
    String block =
        parameters.isEmpty() ? "" : "The block has %s. ".formatted(Words.and(parameters));
    return "%s %sThere are %s."
        .formatted(Nearest.question(word, words), block, Words.and(keys))
        .strip();
  }
}
