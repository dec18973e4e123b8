package dev.assay.engine.dataset;

/**
 * Samples that may not have been read yet, so that whoever computes with them can share the work.
 */
public interface Samples {

  /** How many there are. */
  int size();

  /**
   * Reads as many samples as fit. Several threads may read at once.
   *
   * @param first the first of them
   */
  void read(int first, Batch into);
}
