package dev.assay.engine.plan;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A network that is given texts shorter than its windows, as those are that it writes itself. */
record Shortened(Network network, DataSpec data) {

  /** Why it cannot read a text that lacks a step, or nothing. */
  Optional<String> obstacle() {
    DataSpec.Field text = data.inputs().get(0);
    int steps = text.shape().dim(0) - 1;
    if (steps < 1) {
      return Optional.empty();
    }
    Map<String, Shape> shapes = new HashMap<>();
    data.inputs().forEach(input -> shapes.put(input.name(), input.shape()));
    shapes.put(text.name(), Shape.ofSymbols(text.shape().symbols(), steps));
    for (PlannedLayer layer : network.layers()) {
      try {
        shapes.put(layer.name(), shape(layer, shapes));
      } catch (ShapeException e) {
        return Optional.of(
            "given a text of fewer than %d steps, `%s` %s"
                .formatted(steps + 1, layer.name(), e.reason()));
      }
    }
    return Optional.empty();
  }

  private static Shape shape(PlannedLayer layer, Map<String, Shape> shapes) {
    List<Shape> given =
        layer.inputs().stream().map(name -> Objects.requireNonNull(shapes.get(name))).toList();
    return layer.layer() instanceof Head
        ? given.get(0)
        : layer.layer().shape(layer.site().on(given));
  }
}
