package dev.assay.standard.noise;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.WeightNoise;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * Sets weights to zero at random and scales the others up, so that the expected value stays (<a
 * href="https://proceedings.mlr.press/v28/wan13.html">Wan et al. 2013</a>, one draw for all samples
 * of a batch, in an inverted form).
 */
@Doc("Sets weights to zero at random and scales the others up; one draw for all of a batch.")
public record DropConnect(
    @Doc("The probability that a weight is dropped.")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double rate)
    implements WeightNoise {

  @Override
  public void draw(Chance chance, long first, double[] factors, double[] shifts) {
    for (int i = 0; i < factors.length; i++) {
      factors[i] = chance.happens(rate, first + i) ? 0 : 1 / (1 - rate);
    }
  }
}
