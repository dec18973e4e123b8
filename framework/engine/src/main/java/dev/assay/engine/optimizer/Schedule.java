package dev.assay.engine.optimizer;

import dev.assay.config.bind.Kind;

/** A number that changes while the training goes on. A bare number is a constant one. */
@Kind(value = "schedule", plural = "schedules", number = "constant")
public interface Schedule {

  /** The number for a moment of the training. */
  double at(Moment moment);

  /**
   * A moment of the training.
   *
   * @param step counted from 0
   * @param steps how many there will be
   * @param stepsPerEpoch how many make an epoch
   */
  record Moment(long step, long steps, long stepsPerEpoch) {}
}
