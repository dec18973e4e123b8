package dev.assay.standard.losses;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;

/**
 * The mean, over the numbers of a prediction, of the distance to the target: {@code |z - t|}, whose
 * derivative is 1, -1, or 0 where it is right.
 */
@Doc("The mean, over the numbers of a prediction, of the distance to the target.")
@Elsewhere("mae")
public record MeanAbsoluteError() implements Distance {

  @Override
  public double of(double prediction, double target) {
    return Math.abs(prediction - target);
  }

  @Override
  public double slope(double prediction, double target) {
    return Math.signum(prediction - target);
  }
}
