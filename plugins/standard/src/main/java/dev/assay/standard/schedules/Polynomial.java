package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Falls by a power of what is left: {@code to + (from - to) (1 - share)^power}, where {@code share}
 * is how much of the steps after the warm-up is over. DL4J's PolySchedule rises: it has a plus for
 * the minus.
 */
@Doc("Falls by a power of the time that is left, after a warm-up.")
public record Polynomial(
    @Doc("What it falls from.") @PositiveOrZero double from,
    @Doc("What it falls to.") @Default("0") @PositiveOrZero double to,
    @Doc("Which power; 1 is a straight line.") @Default("2") @Positive double power,
    @Doc(value = "How long it rises to `from` at first.", unit = "steps")
        @Default("0")
        @PositiveOrZero
        long warmup,
    @Doc(value = "When it has fallen; at the end of the training if left out.", unit = "steps")
        @Positive
        @Nullable Long steps)
    implements Falling {

  @Override
  public double after(double share) {
    return to + (from - to) * Math.pow(1 - share, power);
  }

  @Override
  public double greatest() {
    return Math.max(from, to);
  }
}
