package dev.assay.engine.training;

import java.util.List;

/** The throughput of a training. */
final class Throughput {

  private Throughput() {}

  /** The median of all epochs but the first, which waits for Java's compiler; NaN of none. */
  static double median(List<Double> rates) {
    double[] sorted =
        rates.stream().skip(rates.size() > 1 ? 1 : 0).mapToDouble(r -> r).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    boolean odd = sorted.length % 2 == 1;
    return odd ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
