package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.evaluation.Metric;

/**
 * The share of predictions whose most probable class is the right one; of answers of yes and no,
 * the share of right ones, each number by itself.
 */
@Doc(
    "The share of predictions whose most probable class is the right one; of answers of yes and no,"
        + " the share of right ones, where each number is one that says yes if it is above 0.5, or"
        + " above 0 with `hinge` and `squared_hinge`.")
@Elsewhere({"binary_accuracy", "categorical_accuracy", "acc"})
public record Accuracy() implements Metric {

  @Override
  public void check(Comparison comparison) {
    Labels.count(comparison);
  }

  @Override
  public Tally tally() {
    return new Share(Accuracy::examine);
  }

  private static void examine(Scored batch, Share share) {
    if (Labels.are(batch)) {
      Labels.forEach(batch, (label, score, said, right) -> share.count(said == right));
    } else {
      Classes.forEach(
          batch,
          (values, start, width, right) -> share.count(values.likeliest(start, width) == right));
    }
  }
}
