package dev.assay.standard.convolution;

import dev.assay.config.bind.FromText;

/** A {@link Margin} of steps, of which the later ones may be left out of sight. */
public record StepMargin(Margin margin) {

  private static final String FORM = "a whole number from 0 on, `same` or `causal`";

  /** What {@link Margin#parse} takes, or {@code causal} for windows that end at their step. */
  @FromText(
      value = FORM,
      words = {"same", "causal"})
  public static StepMargin parse(String text) {
    return new StepMargin(text.equals("causal") ? Margin.CAUSAL : Margin.parse(text, FORM));
  }

  @Override
  public String toString() {
    return margin.toString();
  }
}
