package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;

/**
 * Rises to a peak and falls far below its start, both along half a cosine, once in the training (<a
 * href="https://arxiv.org/abs/1708.07120">Smith and Topin 2018</a>, in the form and with the
 * numbers of PyTorch's OneCycleLR, without a cycle of the momentum).
 */
@Doc("Rises to a peak and falls far below its start, once in the training.")
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
        double overEnd)
    implements Schedule {

  @Override
  public double at(Moment moment) {
    double start = peak / overStart;
    double top = rising * moment.steps() - 1;
    double last = moment.steps() - 1.0;
    if (moment.step() <= top) {
      return between(start, peak, top == 0 ? 1 : moment.step() / top);
    }
    return between(peak, start / overEnd, Math.min(1, (moment.step() - top) / (last - top)));
  }

  private static double between(double from, double to, double share) {
    return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
  }
}
