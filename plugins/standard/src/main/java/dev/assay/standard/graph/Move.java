package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Some numbers of one of a layer's inputs, and where in the output they go. Both are boxes of the
 * same size in plain arrays, without the batch.
 *
 * @param input the input's index
 * @param dims the size of the box
 */
public record Move(int input, List<Integer> dims, Box from, Box to) {

  /**
   * Where a box lies.
   *
   * @param first its first number
   * @param strides how far its neighbours lie apart, for each of its axes
   */
  public record Box(int first, List<Integer> strides) {

    /** All numbers of an array. */
    static Box all(Shape array) {
      return new Box(0, plainStrides(array));
    }

    /** A part of an array that begins at these places of its axes. */
    static Box at(Shape array, List<Integer> start) {
      List<Integer> strides = plainStrides(array);
      int first = 0;
      for (int axis = 0; axis < strides.size(); axis++) {
        first += start.get(axis) * strides.get(axis);
      }
      return new Box(first, strides);
    }
  }

  /** How far neighbours lie apart along each axis of a plain array. */
  static List<Integer> plainStrides(Shape array) {
    List<Integer> strides = new ArrayList<>();
    int stride = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      strides.add(0, stride);
      stride *= array.dim(axis);
    }
    return strides;
  }

  /** How many numbers are moved. */
  long size() {
    return dims.stream().mapToLong(dim -> dim).reduce(1, Math::multiplyExact);
  }

  /** Whether it takes the whole of its input, in its order. */
  boolean takesAll(Shape given) {
    return dims.equals(given.dims()) && from.equals(Box.all(given));
  }

  /** Sees the places of two numbers that belong together. */
  public interface Pair {
    void visit(int from, int to);
  }

  /** Visits all numbers. */
  void each(Pair pair) {
    each(0, from.first(), to.first(), pair);
  }

  private void each(int axis, int source, int target, Pair pair) {
    if (axis == dims.size()) {
      pair.visit(source, target);
      return;
    }
    for (int i = 0; i < dims.get(axis); i++) {
      int there = source + i * from.strides().get(axis);
      each(axis + 1, there, target + i * to.strides().get(axis), pair);
    }
  }
}
