package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import jakarta.validation.constraints.Positive;

/**
 * The mean, over the numbers of a prediction, of the squared distance to the target, times a
 * factor: {@code f (z - t)^2}, whose derivative is {@code 2 f (z - t)}.
 */
@Doc("The mean, over the numbers of a prediction, of the squared distance to the target.")
@Elsewhere("mse")
public record MeanSquaredError(
    @Doc("What it is multiplied by; 0.5 leaves no 2 in its derivative.") @Default("1") @Positive
        double factor)
    implements Distance {

  @Override
  public double of(double logit, double target) {
    double distance = logit - target;
    return factor * distance * distance;
  }

  @Override
  public double slope(double logit, double target) {
    return 2 * factor * (logit - target);
  }
}
