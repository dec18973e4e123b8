package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.evaluation.Metric.Comparison;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.metrics.Confusion.Counts;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a figure that each class has becomes one figure.
 *
 * @param only the class whose figure it is, or null for all
 */
record Averaged(Over average, @Nullable Integer only) {

  /** What a mean is over. */
  enum Over {
    @Doc("The mean over classes that occur: a rare one counts as much as a frequent one.")
    MACRO,
    @Doc("Over all classes at once: the same as accuracy, where each sample has one of them.")
    MICRO
  }

  void check(Comparison comparison) {
    int classes = Labels.count(comparison);
    if (only != null && only >= classes) {
      throw new ShapeException(
          "is for class %d, and there are classes 0 to %d".formatted(only, classes - 1));
    }
  }

  /** {@code f1}, {@code micro_f1} or {@code f1_class_3}. */
  String label(String type) {
    if (only != null) {
      return "%s_class_%d".formatted(type, only);
    }
    return average == Over.MICRO ? "micro_" + type : type;
  }

  /**
   * @param ofClass the figure of one class
   */
  Confusion tally(ToDoubleFunction<Counts> ofClass) {
    if (only != null) {
      return new Confusion(
          all -> ofClass.applyAsDouble(only < all.size() ? all.get(only) : Counts.NONE));
    }
    return average == Over.MICRO
        ? new Confusion(
            all -> ofClass.applyAsDouble(all.stream().reduce(Counts.NONE, Counts::plus)))
        : new Confusion(
            all -> all.stream().filter(Counts::occurs).mapToDouble(ofClass).average().orElse(0));
  }
}
