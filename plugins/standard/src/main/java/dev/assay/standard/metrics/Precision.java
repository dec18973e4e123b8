package dev.assay.standard.metrics;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.evaluation.Metric;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Of the samples taken for a class, the share that is of it. For a class: {@code hits / predicted};
 * 0 where that is 0 / 0.
 */
@Doc("Of the samples taken for a class, the share that is of it" + Labels.ARE_CLASSES)
public record Precision(
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
    return averaged().tally(counts -> Confusion.share(counts.hits(), counts.predicted()));
  }

  private Averaged averaged() {
    return new Averaged(average, only);
  }
}
