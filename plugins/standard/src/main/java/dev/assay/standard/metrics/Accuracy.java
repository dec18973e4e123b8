package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.Shape;

/** The share of predictions whose most probable class is the right one. */
@Doc("The share of predictions whose most probable class is the right one.")
public record Accuracy() implements Metric {

  @Override
  public void check(Shape input, Shape prediction, Shape target) {
    Classes.require(target);
  }

  @Override
  public Tally tally() {
    return new Share((values, start, width, right) -> values.likeliest(start, width) == right);
  }
}
