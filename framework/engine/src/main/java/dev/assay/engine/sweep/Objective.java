package dev.assay.engine.sweep;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;

/** What a sweep looks for. */
@Doc("What the sweep looks for.")
public record Objective(
    @Doc("The metric that trials are judged by, as it is at their end.") String metric,
    @Doc("Whether a better trial has more or less of it.") @Default("maximize") Goal goal) {

  /** Which way is better. */
  public enum Goal {
    @Doc("More is better.")
    MAXIMIZE,
    @Doc("Less is better.")
    MINIMIZE
  }

  /** Whether {@code a} is better than {@code b}; a number is better than none. */
  public boolean better(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return !Double.isNaN(a);
    }
    return goal == Goal.MAXIMIZE ? a > b : a < b;
  }
}
