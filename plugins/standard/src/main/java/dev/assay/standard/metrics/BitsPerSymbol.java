package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.evaluation.Metric;

/**
 * How many bits the prediction leaves to be said of each symbol.
 *
 * <p>{@code -mean log2 p}; of each character, where symbols are characters.
 */
@Doc("How many bits the prediction leaves to be said of each symbol.")
public record BitsPerSymbol() implements Metric {

  @Override
  public void check(Comparison comparison) {
    Classes.require(comparison.target());
  }

  @Override
  public Tally tally() {
    return new Surprise(nats -> nats / Math.log(2));
  }
}
