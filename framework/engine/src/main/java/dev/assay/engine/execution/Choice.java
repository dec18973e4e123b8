package dev.assay.engine.execution;

import dev.assay.engine.dataset.Values;

/** How a symbol is chosen from the probabilities of all. */
@FunctionalInterface
public interface Choice {

  /** The most probable one. */
  Choice LIKELIEST = (said, row) -> said.likeliest(row * said.shape().size(), said.shape().size());

  /**
   * Chooses the next symbol of one text.
   *
   * @param said for each row the probability of each symbol
   */
  int next(Values said, int row);
}
