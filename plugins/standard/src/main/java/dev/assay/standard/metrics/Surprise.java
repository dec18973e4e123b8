package dev.assay.standard.metrics;

import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.evaluation.Metric.Tally;
import java.util.function.DoubleUnaryOperator;

/** The mean negative logarithm of the probability of what is right, in nats. */
final class Surprise implements Tally {

  private final DoubleUnaryOperator figure;
  private double sum;
  private long all;

  /**
   * @param figure what to make of the mean
   */
  Surprise(DoubleUnaryOperator figure) {
    this.figure = figure;
  }

  @Override
  public void add(Scored batch) {
    Classes.forEach(
        batch,
        (values, start, width, right) -> {
          // A probability too small for a number is no certainty.
          sum -= Math.log(Math.max(values.get(start + right), Float.MIN_NORMAL));
          all++;
        });
  }

  @Override
  public double value() {
    return figure.applyAsDouble(sum / all);
  }
}
