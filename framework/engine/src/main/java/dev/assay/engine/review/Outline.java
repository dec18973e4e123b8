package dev.assay.engine.review;

/**
 * How long a training is.
 *
 * @param stepsPerEpoch how many steps every epoch has but the last, which may have fewer
 */
public record Outline(int epochs, long stepsPerEpoch, long steps) {

  /** A training of whole epochs. */
  public static Outline of(int epochs, long stepsPerEpoch) {
    return new Outline(epochs, stepsPerEpoch, epochs * stepsPerEpoch);
  }

  /** How many steps an epoch has, counted from 1. */
  public long stepsIn(int epoch) {
    return Math.min(stepsPerEpoch, steps - (epoch - 1) * stepsPerEpoch);
  }
}
