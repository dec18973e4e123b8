package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.Shape;

/**
 * How many bits the prediction leaves to be said of each symbol.
 *
 * <p>{@code -mean log2 p}; of each character, where symbols are characters.
 */
@Doc("How many bits the prediction leaves to be said of each symbol.")
public record BitsPerSymbol() implements Metric {

  @Override
  public void check(Shape input, Shape prediction, Shape target) {
    Classes.require(target);
  }

  @Override
  public Tally tally() {
    return new Surprise(nats -> nats / Math.log(2));
  }
}
