package dev.assay.engine.dataset;

import java.util.Map;

/** Makes a network's input of words that a user writes, for samples from outside the dataset. */
@FunctionalInterface
public interface Encoder {

  /**
   * The numbers of one sample's input, the last axis fastest.
   *
   * @param cells by name: a table's columns, or just {@code input}
   * @throws DataException if one is missing, or is not what it should be
   */
  double[] input(Map<String, String> cells);
}
