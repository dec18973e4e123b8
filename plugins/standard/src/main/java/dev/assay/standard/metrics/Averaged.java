package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a figure that each class has becomes one figure.
 *
 * @param only the class whose figure it is, or null for all
 */
record Averaged(Over average, @Nullable Integer only) {

  /** What a mean is over. */
  enum Over {
    @Doc("The mean over classes: a rare one counts as much as a frequent one.")
    MACRO,
    @Doc("Over all samples at once: the same as accuracy, where each sample has one class.")
    MICRO
  }

  void check(Shape target) {
    Classes.require(target);
    if (only != null && only >= target.symbols()) {
      throw new ShapeException(
          "is for class %d, and there are classes 0 to %d".formatted(only, target.symbols() - 1));
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
  Confusion tally(ToDoubleBiFunction<Confusion, Integer> ofClass) {
    if (only != null) {
      return new Confusion(confusion -> ofClass.applyAsDouble(confusion, only));
    }
    // Over all samples, what one class lacks another has too much: hits, predicted and actual
    // agree.
    return average == Over.MICRO
        ? new Confusion(Confusion::accuracy)
        : new Confusion(c -> c.mean(label -> ofClass.applyAsDouble(c, label)));
  }
}
