package dev.assay.standard.schedules;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.review.Outline;
import dev.assay.engine.review.Reviewed;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

/** Rises in a straight line, {@code to (step + 1) / steps}, and stays. */
@Doc("Rises in a straight line, and stays.")
@Elsewhere({"ramp", "linear_warmup"})
public record Warmup(
    @Doc("What it rises to.") @PositiveOrZero double to,
    @Doc(value = "How long it rises.", unit = "steps") @Positive long steps)
    implements Schedule, Reviewed {

  @Override
  public double at(Moment moment) {
    return to * Math.min(1, (moment.step() + 1) / (double) steps);
  }

  @Override
  public List<String> doubts(Outline outline) {
    return doubts(steps, outline);
  }

  static List<String> doubts(long warmup, Outline outline) {
    return warmup < outline.steps()
        ? List.of()
        : List.of(
            "it rises for %,d steps, and the training has %,d".formatted(warmup, outline.steps()));
  }

  @Override
  public double greatest() {
    return to;
  }
}
