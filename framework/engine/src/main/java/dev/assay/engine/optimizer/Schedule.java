package dev.assay.engine.optimizer;

import dev.assay.config.bind.Kind;
import java.util.List;
import java.util.Map;

/** A number that changes while the training goes on. A bare number is a constant one. */
@Kind(value = "schedule", plural = "schedules", number = "constant")
public interface Schedule {

  /** The number for a moment of the training. */
  double at(Moment moment);

  /** The metrics that it looks at; the experiment must log them. */
  default List<String> metrics() {
    return List.of();
  }

  /**
   * A moment of the training.
   *
   * @param step counted from 0
   * @param steps how many there will be
   * @param stepsPerEpoch how many make an epoch
   * @param epochs what was measured after each epoch so far, by name
   */
  record Moment(long step, long steps, long stepsPerEpoch, List<Map<String, Double>> epochs) {

    /** A moment of a training that nothing has been measured of. */
    public Moment(long step, long steps, long stepsPerEpoch) {
      this(step, steps, stepsPerEpoch, List.of());
    }
  }
}
