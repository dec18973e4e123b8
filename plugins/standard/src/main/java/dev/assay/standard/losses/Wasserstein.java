package dev.assay.standard.losses;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;

/**
 * The mean, over the numbers of a prediction, of target times prediction, {@code t z}: a critic's
 * part of the Wasserstein distance (<a href="https://arxiv.org/abs/1701.07875">Arjovsky et al.
 * 2017</a>, equation 2) between what has the target -1 and what has the target 1, which becomes the
 * more negative the farther apart the critic holds them. It is a distance in nothing but its form.
 */
@Doc(
    "The mean, over the numbers of a prediction, of target times prediction: for critics, whose"
        + " targets are -1 and 1.")
@Elsewhere({"wasserstein_loss", "critic"})
public record Wasserstein() implements Distance {

  @Override
  public double of(double prediction, double target) {
    return target * prediction;
  }

  @Override
  public double slope(double prediction, double target) {
    return target;
  }
}
