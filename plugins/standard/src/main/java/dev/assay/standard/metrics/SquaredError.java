package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.evaluation.Metric;

/** The mean squared distance of predicted numbers to their targets. */
@Doc("The mean squared distance of predicted numbers to their targets.")
@Elsewhere("mse")
public record SquaredError() implements Metric {

  @Override
  public void check(Comparison comparison) {
    Distances.require(comparison.prediction(), comparison.target());
  }

  @Override
  public Tally tally() {
    return new Distances(Distances::meanSquared);
  }
}
