package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Stays high, falls, and stays low: {@code from / (1 + exp(steepness (epochs - middle)))}. DL4J's
 * schedule of this name rises with a positive steepness.
 */
@Doc("Stays high, falls around some epoch, and stays low.")
public record Sigmoidal(
    @Doc("What it falls from.") @PositiveOrZero double from,
    @Doc(value = "When it has fallen by half.", unit = "epochs") @PositiveOrZero double middle,
    @Doc("How fast it falls there.") @Default("1") @Positive double steepness)
    implements Schedule {

  @Override
  public double at(Moment moment) {
    return from / (1 + Math.exp(steepness * (moment.epochs() - middle)));
  }

  @Override
  public double greatest() {
    return from;
  }
}
