package dev.assay.standard.metrics;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.evaluation.Metric.Tally;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.function.ToDoubleFunction;

/** How far predicted numbers are from their targets. */
final class Distances implements Tally {

  private final ToDoubleFunction<Distances> figure;
  private long all;
  private double absolute;
  private double squared;
  private double mean;
  private double deviations;

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
    for (int i = 0; i < targets.length(); i++) {
      if (targets.counts(i)) {
        add(predictions.get(i), targets.get(i));
      }
    }
  }

  /** Deviations from the mean by Welford 1962, which loses no digits where the mean is large. */
  private void add(double prediction, double target) {
    double distance = prediction - target;
    all++;
    absolute += Math.abs(distance);
    squared += distance * distance;
    double fromMean = target - mean;
    mean += fromMean / all;
    deviations += fromMean * (target - mean);
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

  /** The share of the targets' variance that the predictions explain. */
  double explained() {
    return 1 - squared / deviations;
  }
}
