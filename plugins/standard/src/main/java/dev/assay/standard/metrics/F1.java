package dev.assay.standard.metrics;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.evaluation.Metric;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * The harmonic mean of precision and recall. For a class: {@code 2 hits / (predicted + actual)}; 0
 * where that is 0 / 0.
 */
@Doc("The harmonic mean of precision and recall" + Labels.ARE_CLASSES)
public record F1(
    @Doc("What the mean is over.") @Default("macro") Averaged.Over average,
    @Doc("The one class to measure; all if left out.") @PositiveOrZero @Nullable Integer only)
    implements Metric {

  @Override
  public String label(String type) {
    return averaged().label(type);
  }

  @Override
  public void check(Comparison comparison) {
    averaged().check(comparison);
  }

  @Override
  public Tally tally() {
    return averaged()
        .tally(counts -> Confusion.share(2 * counts.hits(), counts.predicted() + counts.actual()));
  }

  private Averaged averaged() {
    return new Averaged(average, only);
  }
}
