package dev.assay.engine.schedule;

/**
 * A moment of the training.
 *
 * @param step counted from 0
 * @param steps how many there will be
 * @param stepsPerEpoch how many make an epoch
 * @param history what was measured after each epoch so far
 */
public record Moment(long step, long steps, long stepsPerEpoch, History history) {

  /** A moment of a training that nothing has been measured of. */
  public Moment(long step, long steps, long stepsPerEpoch) {
    this(step, steps, stepsPerEpoch, new History());
  }

  /** How many epochs are over, the part of the present one included. */
  public double epochs() {
    return step / (double) stepsPerEpoch;
  }
}
