package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import jakarta.validation.constraints.Positive;

/**
 * The mean, over the numbers of a prediction, of the distance to the target in per cent of the
 * target: {@code 100 |z - t| / max(|t|, epsilon)}.
 */
@Doc(
    "The mean, over the numbers of a prediction, of the distance to the target in per cent of the"
        + " target.")
@Elsewhere("mape")
public record MeanAbsolutePercentageError(
    @Doc("The size that a smaller target is taken to have, so that nothing is divided by zero.")
        @Default("1e-7")
        @Positive
        double epsilon)
    implements Distance {

  private static final double PER_CENT = 100;

  @Override
  public double of(double prediction, double target) {
    return PER_CENT * Math.abs(prediction - target) / size(target);
  }

  @Override
  public double slope(double prediction, double target) {
    return PER_CENT * Math.signum(prediction - target) / size(target);
  }

  private double size(double target) {
    return Math.max(Math.abs(target), epsilon);
  }
}
