package dev.assay.engine.schedule;

import dev.assay.config.bind.Bounded;
import dev.assay.config.bind.Kind;
import java.util.List;

/**
 * A number, not below 0, that changes while the training goes on. A bare number is a constant one.
 *
 * <p>It follows from the moment alone, so a training that is resumed goes on with the same numbers.
 */
@Kind(value = "schedule", plural = "schedules", number = "constant")
public interface Schedule extends Bounded {

  /** The number for a moment of the training. */
  double at(Moment moment);

  /** Whether it is the same number at all times. */
  default boolean isConstant() {
    return false;
  }

  /** What it is never above, at any moment of any training; infinite where nothing is known. */
  @Override
  double greatest();

  @Override
  default double least() {
    return 0;
  }

  /** The metrics that it looks at; the experiment must log them. */
  default List<String> metrics() {
    return List.of();
  }
}
