package dev.assay.standard.metrics;

import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.evaluation.Metric.Tally;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How often each class was taken for each other, and what follows from that. */
final class Confusion implements Tally {

  private final ToDoubleFunction<Confusion> figure;
  private long[][] counts = {};

  /**
   * @param figure what to make of the counts
   */
  Confusion(ToDoubleFunction<Confusion> figure) {
    this.figure = figure;
  }

  @Override
  public void add(Scored batch) {
    Classes.forEach(
        batch,
        (values, start, width, right) -> {
          if (counts.length == 0) {
            counts = new long[width][width];
          }
          counts[right][values.likeliest(start, width)]++;
        });
  }

  @Override
  public double value() {
    return counts.length == 0 ? Double.NaN : figure.applyAsDouble(this);
  }

  /** How many samples of a class were recognised. */
  long hits(int label) {
    return counts[label][label];
  }

  /** How many samples were taken for a class. */
  long predicted(int label) {
    return IntStream.range(0, counts.length).mapToLong(right -> counts[right][label]).sum();
  }

  /** How many samples are of a class. */
  long actual(int label) {
    return LongStream.of(counts[label]).sum();
  }

  /** The mean over all classes that some sample is of, or is taken for. */
  double mean(IntToDoubleFunction ofClass) {
    return IntStream.range(0, counts.length)
        .filter(label -> actual(label) + predicted(label) > 0)
        .mapToDouble(ofClass)
        .average()
        .orElse(Double.NaN);
  }

  /** The share of samples that were recognised. */
  double accuracy() {
    long hits = IntStream.range(0, counts.length).mapToLong(this::hits).sum();
    return share(hits, IntStream.range(0, counts.length).mapToLong(this::actual).sum());
  }

  /** A part of a whole; 0 of nothing. */
  static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
