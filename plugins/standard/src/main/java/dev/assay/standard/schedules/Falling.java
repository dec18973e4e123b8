package dev.assay.standard.schedules;

import dev.assay.engine.review.Outline;
import dev.assay.engine.review.Reviewed;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule that rises in a warm-up, and then falls. */
interface Falling extends Schedule, Reviewed {

  /** What it falls from. */
  double from();

  /** How many steps it rises at first; none if it is 0. */
  long warmup();

  /** At which step it has fallen, or null for the end of the training. */
  @Nullable Long steps();

  /**
   * What is left.
   *
   * @param share of the steps after the warm-up that are over, at most 1
   */
  double after(double share);

  @Override
  default double at(Moment moment) {
    if (moment.step() < warmup()) {
      return from() * (moment.step() + 1) / warmup();
    }
    Long steps = steps();
    long end = steps == null ? moment.steps() : steps;
    return after(Math.min(1, (moment.step() - warmup()) / (double) Math.max(1, end - warmup())));
  }

  @Override
  default List<String> doubts(Outline outline) {
    return Warmup.doubts(warmup(), outline);
  }
}
