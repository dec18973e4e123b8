package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/** Falls ever more slowly: {@code from / (1 + decay epochs)^power}, a little in each step. */
@Doc("Falls ever more slowly, a little in each step.")
public record Inverse(
    @Doc("What it starts with.") @PositiveOrZero double from,
    @Doc("How fast: with a power of 1, it is half after 1 / `decay` epochs.") @PositiveOrZero
        double decay,
    @Doc("What one more than the epochs' decay is taken to.") @Default("1") @Positive double power)
    implements Schedule {

  @Override
  public double at(Moment moment) {
    return from / Math.pow(1 + decay * moment.epochs(), power);
  }

  @Override
  public double greatest() {
    return from;
  }
}
