package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Falls along half a cosine, {@code to + (from - to) (1 + cos(pi share)) / 2}, where {@code share}
 * is how much of the steps after the warm-up is over (<a
 * href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter 2017</a>, without restarts).
 */
@Doc("Falls along half a cosine, slowly at first and at last, after a warm-up.")
@Elsewhere({"cosine_annealing", "cosine_decay"})
public record Cosine(
    @Doc("What it falls from.") @PositiveOrZero double from,
    @Doc("What it falls to.") @Default("0") @PositiveOrZero double to,
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
    return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
  }

  @Override
  public double greatest() {
    return Math.max(from, to);
  }
}
