package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Goes in a straight line, {@code from + (to - from) share}, where {@code share} is how much of the
 * steps after the warm-up is over.
 */
@Doc("Falls, or rises, in a straight line, after a warm-up.")
public record Linear(
    @Doc("What it goes from.") @PositiveOrZero double from,
    @Doc("What it goes to.") @Default("0") @PositiveOrZero double to,
    @Doc(value = "How long it rises to `from` at first.", unit = "steps")
        @Default("0")
        @PositiveOrZero
        long warmup,
    @Doc(value = "When it is there; at the end of the training if left out.", unit = "steps")
        @Positive
        @Nullable Long steps)
    implements Falling {

  @Override
  public double after(double share) {
    return from + (to - from) * share;
  }

  @Override
  public double greatest() {
    return Math.max(from, to);
  }
}
