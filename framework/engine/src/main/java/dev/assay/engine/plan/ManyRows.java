package dev.assay.engine.plan;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.StepRows;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many rows there are of a layer for each sample: several, where steps are taken apart. */
final class ManyRows {

  /** What a file calls the item whose layers see single steps. */
  static final String DISTRIBUTED = "time_distributed";

  private final Map<String, Integer> rows = new HashMap<>();

  private int of(String name) {
    return rows.getOrDefault(name, 1);
  }

  /**
   * Adds a layer: it has as many rows as all that it is given has.
   *
   * @param shapes of its inputs
   * @throws ShapeException if it cannot stand where it does
   */
  int add(String name, Layer layer, List<String> inputs, List<Shape> shapes) {
    int given = of(inputs.get(0));
    for (String input : inputs) {
      if (of(input) != given) {
        throw new ShapeException(
            "is given `%s` and `%s`, and only one of them is inside of a `%s`"
                .formatted(inputs.get(0), input, DISTRIBUTED));
      }
    }
    if (layer instanceof Head && given > 1) {
      throw new ShapeException(
          "compares whole samples, and stands inside of a `%s`".formatted(DISTRIBUTED),
          "behind it, it compares step by step");
    }
    if (layer instanceof StepRows steps && steps.apart()) {
      divisible(shapes.get(0), given);
    }
    int several = layer instanceof StepRows steps ? steps.rows(given) : given;
    rows.put(name, several);
    return several;
  }

  private static void divisible(Shape sequence, int rows) {
    if (sequence.rank() < 2 || sequence.isSymbols() || rows > 1) {
      throw new ShapeException(
          "takes a sequence of images or of rows of numbers, not %s%s"
              .formatted(sequence.describe(), rows > 1 ? " inside of another" : ""),
          sequence.isSymbols() ? Site.OF_SYMBOLS : null);
    }
  }
}
