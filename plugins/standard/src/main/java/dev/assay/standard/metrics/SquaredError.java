package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.Shape;

/** The mean squared distance of predicted numbers to their targets. */
@Doc("The mean squared distance of predicted numbers to their targets.")
@Elsewhere("mse")
public record SquaredError() implements Metric {

  @Override
  public void check(Shape input, Shape prediction, Shape target) {
    Distances.require(prediction, target);
  }

  @Override
  public Tally tally() {
    return new Distances(Distances::meanSquared);
  }
}
