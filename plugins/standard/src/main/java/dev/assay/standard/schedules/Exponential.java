package dev.assay.standard.schedules;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/** Falls by the same factor in each epoch, a little in each step: {@code from factor^epochs}. */
@Doc("Falls by the same factor in each epoch, a little in each step.")
@Elsewhere("exponential_decay")
public record Exponential(
    @Doc("What it starts with.") @PositiveOrZero double from,
    @Doc("What an epoch multiplies it by.") @Positive double factor)
    implements Schedule {

  @Override
  public double at(Moment moment) {
    return from * Math.pow(factor, moment.epochs());
  }

  @Override
  public double greatest() {
    return factor > 1 ? Double.POSITIVE_INFINITY : from;
  }
}
