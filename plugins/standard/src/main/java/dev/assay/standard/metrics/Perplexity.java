package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.evaluation.Metric;

/**
 * How many equally probable symbols the prediction is as unsure as.
 *
 * <p>{@code exp(-mean ln p)}.
 */
@Doc("How many equally probable symbols the prediction is as unsure as.")
public record Perplexity() implements Metric {

  @Override
  public void check(Comparison comparison) {
    Classes.require(comparison.target());
  }

  @Override
  public Tally tally() {
    return new Surprise(Math::exp);
  }
}
