package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.evaluation.Metric;

/** The mean distance of predicted numbers to their targets. */
@Doc("The mean distance of predicted numbers to their targets.")
@Elsewhere("mae")
public record AbsoluteError() implements Metric {

  @Override
  public void check(Comparison comparison) {
    Distances.require(comparison.prediction(), comparison.target());
  }

  @Override
  public Tally tally() {
    return new Distances(Distances::meanAbsolute);
  }
}
