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
 * Sets numbers to what {@code selu} makes of minus infinity, {@code -s}, and keeps mean 0 and
 * variance 1 where the numbers have them (<a href="https://arxiv.org/abs/1706.02515">Klambauer et
 * al. 2017</a>, section "alpha dropout", with {@code q = 1 - rate}):
 *
 * <pre>
 * y = a (x or -s) + b          a = 1 / sqrt(q + s^2 q (1 - q))          b = a (1 - q) s
 * </pre>
 */
@Doc("While training, drops numbers as fits `selu`: mean 0 and variance 1 stay.")
@Example(value = "{type: alpha_dropout, rate: 0.1}", of = "[20]", makes = "[20]")
public record AlphaDropout(
    @Doc("The probability that a number is dropped.")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule rate)
    implements Noise {

  /** s: the product of {@code selu}'s two constants. */
  private static final double SATURATION = 1.0507009873554805 * 1.6732632423543772;

  @Override
  public Map<String, Schedule> schedules() {
    return Map.of("rate", rate);
  }

  @Override
  public void draw(Chance chance, Moment moment, Shape shape, long first, Drawn into) {
    double now = rate.at(moment);
    double kept = 1 - now;
    double a = 1 / Math.sqrt(kept + SATURATION * SATURATION * kept * now);
    double b = a * now * SATURATION;
    for (int i = 0; i < into.factors().length; i++) {
      boolean drops = chance.happens(now, first + i);
      into.factors()[i] = drops ? 0 : a;
      into.shifts()[i] = drops ? b - a * SATURATION : b;
    }
  }
}
