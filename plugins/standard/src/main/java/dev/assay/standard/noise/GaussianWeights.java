package dev.assay.standard.noise;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.WeightNoise;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Adds normal numbers of mean 0 to weights (<a
 * href="https://papers.nips.cc/paper/4329-practical-variational-inference-for-neural-networks">Graves
 * 2011</a>), or multiplies them by normal numbers of mean 1.
 */
@Doc("Adds normal numbers of mean 0 to weights, or multiplies them by such of mean 1.")
public record GaussianWeights(
    @Doc("The standard deviation.") @PositiveOrZero double deviation,
    @Doc("What is done with the numbers.") @Default("added") Form form)
    implements WeightNoise {

  /** What is done with the numbers. */
  public enum Form {
    ADDED,
    MULTIPLIED
  }

  @Override
  public void draw(Chance chance, long first, double[] factors, double[] shifts) {
    for (int i = 0; i < factors.length; i++) {
      double drawn = deviation * chance.normal(first + i);
      factors[i] = form == Form.ADDED ? 1 : 1 + drawn;
      shifts[i] = form == Form.ADDED ? drawn : 0;
    }
  }
}
