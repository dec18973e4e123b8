package dev.assay.standard.metrics;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric.Comparison;
import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;

/**
 * What the metrics of classifiers share where targets are not classes but answers of yes and no:
 * each number of a row is one, about a label of its own, and says yes above the loss's threshold.
 * All numbers of a grid, such as a mask of an image, answer about the same label.
 */
final class Labels {

  /** What the pages of figures of classes say of labels. */
  static final String ARE_CLASSES =
      "; of answers of yes and no, as `accuracy` takes them, each number of a row is a class of those"
          + " that say yes, and all numbers of a mask are one.";

  private Labels() {}

  /** Somebody who is shown one answer after the other. */
  @FunctionalInterface
  interface Answer {

    /**
     * Shown an answer.
     *
     * @param label what it is about
     * @param score what the network gives, the larger the surer of a yes
     * @param said whether it says yes
     * @param right whether it should
     */
    void see(int label, double score, boolean said, boolean right);
  }

  /** Whether the targets of a batch are such answers, and not classes. */
  static boolean are(Scored batch) {
    return !batch.targets().shape().isSymbols();
  }

  /**
   * How many classes or labels there are.
   *
   * @throws ShapeException if targets are neither
   */
  static int count(Comparison comparison) {
    Shape target = comparison.target();
    if (target.isSymbols()) {
      return target.symbols();
    }
    if (comparison.loss().threshold().isEmpty()) {
      throw new ShapeException(
          "compares classes, or answers of yes and no, and the target is " + target.describe(),
          "`binary_cross_entropy` is a loss of answers of yes and no");
    }
    return isGrid(comparison.prediction()) ? 1 : comparison.prediction().dim(-1);
  }

  private static boolean isGrid(Shape prediction) {
    return prediction.rank() > 2;
  }

  /** Shows all answers of a batch that count. */
  static void forEach(Scored batch, Answer answer) {
    Values targets = batch.targets();
    Values predictions = batch.predictions();
    double yes = batch.threshold().orElseThrow();
    boolean grid = isGrid(predictions.shape());
    int width = grid ? predictions.shape().size() : predictions.shape().dim(-1);
    for (int row = 0; row < targets.length() / width; row++) {
      int end = batch.counts(row) ? (row + 1) * width : 0;
      for (int i = row * width; i < end; i++) {
        double score = predictions.get(i);
        answer.see(grid ? 0 : i % width, score, score > yes, targets.get(i) > yes);
      }
    }
  }
}
