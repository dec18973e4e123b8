package dev.assay.standard.noise;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.WeightNoise;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;

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
        Schedule rate)
    implements WeightNoise {

  @Override
  public Map<String, Schedule> schedules() {
    return Map.of("rate", rate);
  }

  @Override
  public void draw(Chance chance, Moment moment, long first, double[] factors, double[] shifts) {
    double now = rate.at(moment);
    for (int i = 0; i < factors.length; i++) {
      factors[i] = chance.happens(now, first + i) ? 0 : 1 / (1 - now);
    }
  }
}
