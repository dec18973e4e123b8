package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.List;

/** What is done along an axis of a shape. */
final class Axis {

  private Axis() {}

  /** The shape with another length of one axis. */
  static Shape with(Shape shape, int axis, int length) {
    List<Integer> dims = new ArrayList<>(shape.dims());
    dims.set(axis, length);
    return new Shape(dims, 0);
  }

  /** The only input. */
  static Shape only(List<Shape> inputs) {
    if (inputs.size() != 1) {
      throw new ShapeException("takes one input, not %d".formatted(inputs.size()));
    }
    return inputs.get(0);
  }

  /** Zeros, but for one axis. */
  static List<Integer> place(Shape shape, int axis, int start) {
    List<Integer> place = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      place.add(i == axis ? start : 0);
    }
    return place;
  }
}
