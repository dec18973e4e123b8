package dev.assay.standard.noise;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;

/**
 * While training, sets numbers to zero at random and scales the others up, so that the expected
 * value stays (<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>,
 * in its inverted form). In and out: any shape.
 */
@Doc("While training, sets numbers to zero at random and scales the others up.")
@Example(value = "{type: dropout, rate: 0.5}", of = "[20]", makes = "[20]")
public record Dropout(
    @Doc("The probability that a number is dropped.")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule rate)
    implements Noise {

  /** There is nothing to add. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = site.input().size();
    return Footprint.of(numbers).keeping(numbers);
  }

  @Override
  public Map<String, Schedule> schedules() {
    return Map.of("rate", rate);
  }

  @Override
  public void draw(Chance chance, Moment moment, Shape shape, long first, Drawn into) {
    double now = rate.at(moment);
    for (int i = 0; i < into.factors().length; i++) {
      into.factors()[i] = chance.happens(now, first + i) ? 0 : 1 / (1 - now);
    }
  }
}
