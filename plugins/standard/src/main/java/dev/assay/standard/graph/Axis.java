package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Axes as users count them: from 0, without the batch, and from the end where they are negative.
 */
final class Axis {

  private Axis() {}

  /**
   * The axis counted from the start.
   *
   * @param axes how many there are
   * @throws ShapeException if there is no such axis
   */
  static int of(int axis, int axes, Shape shape) {
    if (axis < -axes || axis >= axes) {
      throw new ShapeException(
          "has the axis %d, and %s has the axes 0 to %d"
              .formatted(axis, shape.describe(), axes - 1));
    }
    return axis < 0 ? axis + axes : axis;
  }

  /** The same, of an array of this shape. */
  static int of(int axis, Shape shape) {
    return of(axis, shape.rank(), shape);
  }

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
