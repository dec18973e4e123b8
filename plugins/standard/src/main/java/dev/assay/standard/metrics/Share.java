package dev.assay.standard.metrics;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.evaluation.Metric.Tally;

/** The share of rows of probabilities that pass a test. */
final class Share implements Tally {

  /** What a row must pass. */
  @FunctionalInterface
  interface Test {
    boolean passes(Values probabilities, int start, int width, int right);
  }

  private final Test test;
  private long passed;
  private long all;

  Share(Test test) {
    this.test = test;
  }

  @Override
  public void add(Scored batch) {
    Classes.forEach(
        batch,
        (values, start, width, right) -> {
          passed += test.passes(values, start, width, right) ? 1 : 0;
          all++;
        });
  }

  @Override
  public double value() {
    return (double) passed / all;
  }
}
