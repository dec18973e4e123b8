package dev.assay.engine.execution;

import dev.assay.engine.dataset.Values;

/**
 * Texts, one for each row of a batch, that a network reads on, symbol by symbol. It is over when
 * the network begins another one.
 */
public interface Continuation {

  /**
   * Reads one more symbol of each text.
   *
   * @param symbols one for each row
   */
  void read(int... symbols);

  /** What the network says comes next: for each row, a number for each symbol. */
  Values next();
}
