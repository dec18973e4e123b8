package dev.assay.standard.noise;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.WeightNoise;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;

/**
 * Adds normal numbers of mean 0 to weights (<a
 * href="https://papers.nips.cc/paper/4329-practical-variational-inference-for-neural-networks">Graves
 * 2011</a>), or multiplies them by normal numbers of mean 1.
 */
@Doc("Adds normal numbers of mean 0 to weights, or multiplies them by such of mean 1.")
public record GaussianWeights(
    @Doc("The standard deviation.") @DecimalMin("0") Schedule deviation,
    @Doc("What is done with the numbers.") @Default("added") Form form)
    implements WeightNoise {

  /** What is done with the numbers. */
  public enum Form {
    ADDED,
    MULTIPLIED
  }

  @Override
  public Map<String, Schedule> schedules() {
    return Map.of("deviation", deviation);
  }

  @Override
  public void draw(Chance chance, Moment moment, long first, double[] factors, double[] shifts) {
    double now = deviation.at(moment);
    for (int i = 0; i < factors.length; i++) {
      double drawn = now * chance.normal(first + i);
      factors[i] = form == Form.ADDED ? 1 : 1 + drawn;
      shifts[i] = form == Form.ADDED ? drawn : 0;
    }
  }
}
