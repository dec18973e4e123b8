package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Goes up and down in straight lines, again and again (<a
 * href="https://arxiv.org/abs/1506.01186">Smith 2017</a>, "triangular"); with a factor below 1,
 * each cycle is lower than the one before.
 */
@Doc("Goes up and down in straight lines, again and again.")
public record Cycle(
    @Doc("Where it starts and comes back to.") @PositiveOrZero double from,
    @Doc("What it rises to.") @PositiveOrZero double to,
    @Doc(value = "How long it goes up, and how long down.", unit = "steps") @Positive long steps,
    @Doc("What each cycle's height is multiplied by for the next one.") @Default("1") @Positive
        double factor)
    implements Schedule {

  @Override
  public double at(Moment moment) {
    long cycle = moment.step() / (2 * steps);
    double place = (moment.step() % (2 * steps)) / (double) steps;
    return from + (to - from) * (1 - Math.abs(place - 1)) * Math.pow(factor, (double) cycle);
  }

  @Override
  public double greatest() {
    return grows() ? Double.POSITIVE_INFINITY : Math.max(from, to);
  }

  @Override
  public double least() {
    return grows() && to < from ? Double.NEGATIVE_INFINITY : 0;
  }

  private boolean grows() {
    return factor > 1;
  }
}
