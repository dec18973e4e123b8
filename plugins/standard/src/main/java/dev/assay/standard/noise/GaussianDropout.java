package dev.assay.standard.noise;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;

/**
 * Multiplies numbers by random ones of mean 1 and variance {@code rate / (1 - rate)}, as {@code
 * dropout} does, but normally distributed (<a
 * href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>, section 10).
 */
@Doc("While training, multiplies numbers by normal ones, with the mean and variance of `dropout`.")
@Example(value = "{type: gaussian_dropout, rate: 0.5}", of = "[20]", makes = "[20]")
public record GaussianDropout(
    @Doc("The probability that `dropout` of the same variance drops a number.")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule rate)
    implements Noise {

  @Override
  public Map<String, Schedule> schedules() {
    return Map.of("rate", rate);
  }

  @Override
  public void draw(Chance chance, Moment moment, Shape shape, long first, Drawn into) {
    double now = rate.at(moment);
    double deviation = Math.sqrt(now / (1 - now));
    for (int i = 0; i < into.factors().length; i++) {
      into.factors()[i] = 1 + deviation * chance.normal(first + i);
    }
  }
}
