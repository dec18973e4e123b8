package dev.assay.config.compose;

import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a value stands.
 *
 * @param parents the mappings around it, the innermost first
 * @param block the block that it belongs to, or an empty text
 * @param parameters what the block was given
 */
record Scope(List<Node.Mapping> parents, String block, Map<String, Node> parameters) {

  /** Where nothing is around a value, and no block. */
  static final Scope OUTERMOST = new Scope(List.of(), "", Map.of());

  /** The place of a mapping's own values. */
  Scope within(Node.Mapping mapping) {
    List<Node.Mapping> longer = new ArrayList<>(List.of(mapping));
    longer.addAll(parents);
    return new Scope(longer, block, parameters);
  }

  /** The same block, somewhere else in the tree. */
  Scope at(List<Node.Mapping> others) {
    return new Scope(others, block, parameters);
  }
}
