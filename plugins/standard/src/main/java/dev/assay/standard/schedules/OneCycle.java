package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Rises to a peak and falls far below its start, both along half a cosine, once in the training (<a
 * href="https://arxiv.org/abs/1708.07120">Smith and Topin 2018</a>, in the form and with the
 * numbers of PyTorch's OneCycleLR). A momentum goes the other way: {@code {type: one_cycle, from:
 * 0.95, peak: 0.85, to: 0.95}} is PyTorch's.
 */
@Doc(
    "Rises to a peak and falls far below its start, once in the training. A momentum goes the"
        + " other way: `{type: one_cycle, from: 0.95, peak: 0.85, to: 0.95}`.")
public record OneCycle(
    @Doc("What it rises to.") @Positive double peak,
    @Doc("Which share of the training it rises.")
        @Default("0.3")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax(value = "1", inclusive = false)
        double rising,
    @Doc("The peak is so many times what it starts with.") @Default("25") @Positive
        double overStart,
    @Doc("What it starts with is so many times what it ends with.") @Default("10000") @Positive
        double overEnd,
    @Doc("What it starts with, whatever `over_start` says.") @PositiveOrZero @Nullable Double from,
    @Doc("What it ends with, whatever `over_end` says.") @PositiveOrZero @Nullable Double to)
    implements Schedule {

  private double start() {
    return from == null ? peak / overStart : from;
  }

  private double end() {
    return to == null ? start() / overEnd : to;
  }

  @Override
  public double at(Moment moment) {
    double top = rising * moment.steps() - 1;
    double last = moment.steps() - 1.0;
    if (moment.step() <= top) {
      return between(start(), peak, top == 0 ? 1 : moment.step() / top);
    }
    return between(peak, end(), Math.min(1, (moment.step() - top) / (last - top)));
  }

  private static double between(double from, double to, double share) {
    return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
  }

  @Override
  public double greatest() {
    return Math.max(peak, Math.max(start(), end()));
  }
}
