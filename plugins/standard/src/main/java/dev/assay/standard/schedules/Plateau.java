package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.review.Outline;
import dev.assay.engine.review.Reviewed;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.sweep.Objective.Goal;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;

/**
 * Falls whenever a metric has not become better for a while, each time by the same factor: after
 * {@code n} falls it is {@code max(to, from factor^n)}. A fall begins the waiting anew, and what
 * was best stays the measure.
 */
@Doc("Falls whenever a metric has not become better for a while.")
@Elsewhere({"reduce_on_plateau", "reduce_lr_on_plateau"})
public record Plateau(
    @Doc("What it starts with.") @PositiveOrZero double from,
    @Doc("The metric to watch.") String metric,
    @Doc("What a fall multiplies it by.")
        @Default("0.1")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax(value = "1", inclusive = false)
        double factor,
    @Doc(value = "How long to wait for a better value.", unit = "epochs") @Default("10") @Positive
        int epochs,
    @Doc("Whether better is more or less.") @Default("minimize") Goal goal,
    @Doc("How much better counts.") @Default("0") @PositiveOrZero double minDelta,
    @Doc("What it never falls below.") @Default("0") @PositiveOrZero double to)
    implements Schedule, Reviewed {

  @Override
  public List<String> doubts(Outline outline) {
    return epochs < outline.epochs()
        ? List.of()
        : List.of(
            "`plateau` waits for %d epochs, and the training has %d"
                .formatted(epochs, outline.epochs()));
  }

  @Override
  public List<String> metrics() {
    return List.of(metric);
  }

  @Override
  public double at(Moment moment) {
    return moment.history().fold(this, new Wait(from, Double.NaN, 0), this::after).now;
  }

  /**
   * How it stands after some epochs.
   *
   * @param best the best value so far; not a number before there is one
   * @param epochs how many have been waited for a better one
   */
  private record Wait(double now, double best, int epochs) {}

  private Wait after(Wait wait, Map<String, Double> epoch) {
    double value = epoch.getOrDefault(metric, Double.NaN);
    boolean better = Double.isNaN(wait.best) || better(value, wait.best);
    int waited = better ? 0 : wait.epochs + 1;
    double best = better ? value : wait.best;
    return waited < epochs
        ? new Wait(wait.now, best, waited)
        : new Wait(Math.max(Math.min(from, to), wait.now * factor), best, 0);
  }

  private boolean better(double value, double best) {
    return (goal == Goal.MINIMIZE ? best - value : value - best) > minDelta;
  }

  @Override
  public double greatest() {
    return from;
  }
}
