package dev.assay.engine.dataset;

import dev.assay.config.bind.Kind;

/** Where samples come from. The record's components are the keys beside {@code type}. */
@Kind(value = "dataset", plural = "datasets")
public interface Dataset {

  /**
   * What the samples look like. Reads as little as possible, since {@code check} and {@code plan}
   * call it: nothing where the keys say it all, else the head of a file.
   *
   * @throws DataException if the data is not there or is not what it should be
   */
  DataSpec spec(DataFiles files);

  /**
   * Reads the samples, or gets ready to.
   *
   * @param seed the experiment's seed, for data that is made up or split at random
   * @throws DataException if the data is not there or is not what it should be
   */
  Data open(DataFiles files, long seed);
}
