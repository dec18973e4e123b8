package dev.assay.standard.losses;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;

/**
 * The mean, over the numbers of a prediction, of {@code (log(1 + z) - log(1 + t))^2}: twice too
 * much counts as half too little does. There is no logarithm of what is negative, so a prediction
 * or target below 0 counts as 0, and a prediction there has no gradient.
 */
@Doc(
    "The mean, over the numbers of a prediction, of the squared distance of log(1 + prediction) to"
        + " log(1 + target); a number below 0 counts as 0, so predictions better come from a"
        + " `softplus`.")
@Elsewhere("msle")
public record MeanSquaredLogarithmicError() implements Distance {

  @Override
  public double of(double prediction, double target) {
    double distance = distance(prediction, target);
    return distance * distance;
  }

  @Override
  public double slope(double prediction, double target) {
    return prediction < 0 ? 0 : 2 * distance(prediction, target) / (1 + prediction);
  }

  private static double distance(double prediction, double target) {
    return Math.log1p(Math.max(0, prediction)) - Math.log1p(Math.max(0, target));
  }
}
