package dev.assay.engine.sweep;

import dev.assay.config.bind.Kind;
import dev.assay.config.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way to choose the values that a sweep tries. */
@Kind(value = "search", plural = "searches")
public interface Search {

  /** How many trials it will ask for in a space. */
  int trials(Map<String, List<Node>> space);

  /** Starts to choose. */
  Proposals start(Map<String, List<Node>> space, long seed);

  /** Values to try, one trial at a time. */
  interface Proposals {

    /** The values of the next trial by key; empty when there is nothing left to try. */
    Optional<Map<String, Node>> next();

    /** The outcome of a trial: its objective, or NaN where it has none. */
    default void told(Map<String, Node> values, double objective) {}
  }
}
