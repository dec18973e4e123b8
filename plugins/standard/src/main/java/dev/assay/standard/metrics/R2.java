package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.evaluation.Metric;

/**
 * The share of the variance of the targets that the predictions explain; 1 at best. For each number
 * of a sample {@code 1 - sum (y - p)^2 / sum (y - mean y)^2}; of several numbers, the mean.
 */
@Doc("The share of the variance of the targets that the predictions explain; 1 at best.")
public record R2() implements Metric {

  @Override
  public void check(Comparison comparison) {
    Distances.require(comparison.prediction(), comparison.target());
  }

  @Override
  public Tally tally() {
    return new Distances(Distances::explained);
  }
}
