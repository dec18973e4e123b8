package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import jakarta.validation.constraints.Positive;

/**
 * The mean, over the numbers of a prediction, of a distance that is squared where it is small
 * (Huber 1964, whose k is {@code delta}): with {@code e = z - t},
 *
 * <pre>
 * e^2 / 2                      where |e| is at most delta
 * delta (|e| - delta / 2)      beyond
 * </pre>
 */
@Doc("The mean of a distance that is squared where it is small, so that outliers count less.")
@Elsewhere("smooth_l1")
public record Huber(
    @Doc("Up to which distance it is squared.") @Default("1") @Positive double delta)
    implements Distance {

  @Override
  public double of(double prediction, double target) {
    double distance = Math.abs(prediction - target);
    return distance <= delta ? distance * distance / 2 : delta * (distance - delta / 2);
  }

  @Override
  public double slope(double prediction, double target) {
    return Math.max(-delta, Math.min(delta, prediction - target));
  }
}
