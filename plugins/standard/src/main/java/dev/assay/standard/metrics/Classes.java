package dev.assay.standard.metrics;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;

/** What the metrics of classifiers share: rows of probabilities, each with the right class. */
final class Classes {

  private Classes() {}

  /** Somebody who is shown one row of probabilities after the other. */
  @FunctionalInterface
  interface Row {

    /**
     * Shown a row.
     *
     * @param start where the row begins among the values
     * @param width how many classes there are
     * @param right the right class
     */
    void see(Values probabilities, int start, int width, int right);
  }

  /**
   * Makes sure that there is a right class.
   *
   * @throws ShapeException if the target is no class
   */
  static void require(Shape target) {
    if (!target.isSymbols()) {
      throw new ShapeException("compares classes, and the target is " + target.describe());
    }
  }

  /** Shows all rows of a batch that count. */
  static void forEach(Scored batch, Row row) {
    Values targets = batch.targets();
    Values predictions = batch.predictions();
    int width = predictions.shape().dim(-1);
    for (int i = 0; i < targets.length(); i++) {
      if (batch.counts(i)) {
        row.see(predictions, i * width, width, (int) targets.get(i));
      }
    }
  }
}
