package dev.assay.standard.metrics;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.Positive;

/** The share of predictions with the right class among the {@code k} most probable ones. */
@Doc("The share of predictions with the right class among the k most probable ones.")
@Elsewhere({"top5", "top_k_accuracy"})
public record TopK(@Doc("How many classes count.") @Default("5") @Positive int k)
    implements Metric {

  @Override
  public String label(String type) {
    return "top_" + k;
  }

  @Override
  public void check(Comparison comparison) {
    Classes.require(comparison.target());
    if (k > comparison.target().symbols()) {
      throw new ShapeException(
          "counts the %d most probable classes, and there are %d"
              .formatted(k, comparison.target().symbols()));
    }
  }

  @Override
  public Tally tally() {
    return new Share(
        (batch, share) ->
            Classes.forEach(
                batch,
                (values, start, width, right) ->
                    share.count(isAmong(values, start, width, right))));
  }

  /** Of classes with the same probability, the first comes first. */
  private boolean isAmong(Values values, int start, int width, int right) {
    double own = values.get(start + right);
    int before = 0;
    for (int i = 0; i < width; i++) {
      double other = values.get(start + i);
      before += other > own || (other == own && i < right) ? 1 : 0;
    }
    return before < k;
  }
}
