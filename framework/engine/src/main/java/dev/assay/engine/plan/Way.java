package dev.assay.engine.plan;

import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the shapes have come about that a layer does not fit, for the hint.
 *
 * @param shapes of all inputs and layers so far, by name
 */
record Way(Map<String, Optional<Shape>> shapes, List<PlannedLayer> layers) {

  /** So many layers are shown. */
  private static final int MOST = 6;

  /**
   * What leads to a layer.
   *
   * @param inputs the names of what it is given
   */
  String to(List<String> inputs, String name) {
    return inputs.size() == 1
        ? "On the way: %s > %s".formatted(steps(inputs.get(0)), name)
        : inputs.stream()
            .map(input -> "`%s` %s".formatted(input, shape(input)))
            .collect(Collectors.joining(", ", "Given to `%s`: ".formatted(name), ""));
  }

  private String steps(String last) {
    List<String> steps = new ArrayList<>();
    String current = last;
    while (steps.size() < MOST) {
      steps.add(0, "%s %s".formatted(current, shape(current)));
      String at = current;
      Optional<PlannedLayer> layer = layers.stream().filter(l -> l.name().equals(at)).findFirst();
      if (layer.isEmpty()) {
        break;
      }
      current = layer.get().inputs().get(0);
    }
    return String.join(" > ", steps);
  }

  private Shape shape(String name) {
    return shapes.getOrDefault(name, Optional.empty()).orElseThrow();
  }

  /** What would fit, if that is known, and the way there. */
  static String hint(@Nullable String fitting, String way) {
    return fitting == null ? way : fitting + (fitting.endsWith(".") ? " " : ". ") + way;
  }
}
