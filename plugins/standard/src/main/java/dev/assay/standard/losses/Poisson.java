package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import dev.assay.standard.activations.Exp;
import dev.assay.standard.activations.Identity;

/**
 * How unlikely counts {@code t} are that have the predicted rates (Poisson 1837): the mean, over
 * the numbers of a prediction, of the negative logarithm of {@code rate^t exp(-rate) / t!}, less
 * what does not depend on the rate,
 *
 * <pre>
 * exp(z) - t z                 of logits that are logarithms of rates
 * z - t log(z + 1e-8)          of rates
 * </pre>
 */
@Doc(
    "How unlikely counts are that have the predicted rates, the mean over the numbers of a"
        + " prediction: rate - target log(rate).")
@Elsewhere({"poisson_nll", "poisson_nll_loss"})
public record Poisson(
    @Doc(
            "Whether the network gives the logarithms of rates, which may be any numbers; if not,"
                + " it gives rates, which have to be positive, such as those of a `softplus`.")
        @Default("true")
        boolean logInput)
    implements Distance {

  /** Keeps the logarithm of a rate of 0 finite; PyTorch has the same. */
  private static final double EPSILON = 1e-8;

  /** Predictions are rates, whatever the network gives. */
  @Override
  public Activation activation() {
    return logInput ? new Exp() : new Identity();
  }

  @Override
  public Range targets() {
    return Range.NOT_NEGATIVE;
  }

  @Override
  public Range predictions() {
    return Range.NOT_NEGATIVE;
  }

  @Override
  public double of(double logit, double target) {
    return logInput ? Math.exp(logit) - target * logit : logit - target * Math.log(logit + EPSILON);
  }

  @Override
  public double slope(double logit, double target) {
    return logInput ? Math.exp(logit) - target : 1 - target / (logit + EPSILON);
  }
}
