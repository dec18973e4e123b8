package dev.assay.engine.dataset;

import java.util.List;

/**
 * What an experiment's data is, for the record of a run and for people who look at it.
 *
 * @param dataset the experiment's name
 * @param source where it comes from
 * @param digest of all samples
 */
public record DataRecord(String dataset, String source, String digest, List<DataSummary> splits) {

  /** A run's file of it. */
  public static final String FILE = "data.json";

  /**
   * Reads all splits.
   *
   * @param shown how many samples of each to show
   */
  public static DataRecord of(String experiment, DataSpec spec, Data data, int shown) {
    List<DataSummary> splits =
        data.splits().keySet().stream()
            .map(split -> DataSummary.of(spec, data, split, shown))
            .toList();
    return new DataRecord(experiment, data.source(), data.digest(), splits);
  }
}
