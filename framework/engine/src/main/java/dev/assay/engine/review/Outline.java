package dev.assay.engine.review;

/** How long a training is. */
public record Outline(int epochs, long stepsPerEpoch) {

  public long steps() {
    return epochs * stepsPerEpoch;
  }
}
