package dev.assay.standard.metrics;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.evaluation.Metric.Tally;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How far predicted numbers are from their targets. */
final class Distances implements Tally {

  private final ToDoubleFunction<Distances> figure;
  private long all;
  private double absolute;
  private double squared;
  private Output[] outputs = {};

  /** One of the numbers of a sample, over all samples. */
  private static final class Output {
    private long count;
    private double squared;
    private double mean;
    private double deviations;

    /** Deviations from the mean by Welford 1962, which loses no digits where the mean is large. */
    void add(double distance, double target) {
      count++;
      squared += distance * distance;
      double fromMean = target - mean;
      mean += fromMean / count;
      deviations += fromMean * (target - mean);
    }

    boolean varies() {
      return deviations > 0;
    }

    double explained() {
      return 1 - squared / deviations;
    }
  }

  /**
   * @param figure what to make of the sums
   */
  Distances(ToDoubleFunction<Distances> figure) {
    this.figure = figure;
  }

  /**
   * Makes sure that there are numbers to compare.
   *
   * @throws ShapeException if there are not as many numbers predicted as there are to be
   */
  static void require(Shape prediction, Shape target) {
    if (target.isSymbols() || target.size() != prediction.size()) {
      throw new ShapeException(
          "compares numbers, and the prediction is %s and the target %s"
              .formatted(prediction.describe(), target.describe()));
    }
  }

  @Override
  public void add(Scored batch) {
    Values targets = batch.targets();
    Values predictions = batch.predictions();
    int size = targets.shape().size();
    if (outputs.length == 0) {
      outputs = Stream.generate(Output::new).limit(size).toArray(Output[]::new);
    }
    for (int i = 0; i < targets.length(); i++) {
      if (!targets.counts(i)) {
        continue;
      }
      double distance = predictions.get(i) - targets.get(i);
      all++;
      absolute += Math.abs(distance);
      squared += distance * distance;
      outputs[i % size].add(distance, targets.get(i));
    }
  }

  @Override
  public double value() {
    return all == 0 ? Double.NaN : figure.applyAsDouble(this);
  }

  double meanAbsolute() {
    return absolute / all;
  }

  double meanSquared() {
    return squared / all;
  }

  /**
   * The share of the targets' variance that the predictions explain, the mean over all numbers of a
   * sample but those whose targets are always the same, as the border of an image is.
   */
  double explained() {
    return Stream.of(outputs)
        .filter(Output::varies)
        .mapToDouble(Output::explained)
        .average()
        .orElse(Double.NaN);
  }
}
