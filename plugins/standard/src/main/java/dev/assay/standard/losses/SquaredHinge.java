package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import jakarta.validation.constraints.Positive;

/**
 * What {@link Hinge} is the mean of, squared: the L2 loss of support vector machines (<a
 * href="https://arxiv.org/abs/1306.0239">Tang 2013</a>, section 2.3).
 */
@Doc(
    "As `hinge`, with each lack squared before the mean is taken: small ones count less, large ones"
        + " more.")
@Elsewhere("l2_svm")
public record SquaredHinge(@Doc("How far it has to lead.") @Default("1") @Positive double margin)
    implements Margins {

  @Override
  public double cost(double lack) {
    return lack * lack;
  }

  @Override
  public double slope(double lack) {
    return 2 * lack;
  }
}
