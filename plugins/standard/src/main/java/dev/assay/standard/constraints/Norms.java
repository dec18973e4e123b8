package dev.assay.standard.constraints;

import dev.assay.engine.shape.ShapeException;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Euclidean norms of parts of an array: those numbers have one norm that differ only in their
 * places along some axes.
 *
 * @param axes counted from 0; those of the inputs if empty, so that each unit or filter has a norm
 */
record Norms(List<Integer> axes) {

  /** What the key says of itself. */
  static final String DOC =
      "The axes that a norm is taken along, counted from 0 as the plan shows shapes; those of the"
          + " inputs if left out, so that each unit or filter has one.";

  void check(List<Integer> shape) {
    for (int axis : axes) {
      if (axis >= shape.size()) {
        throw new ShapeException(
            "has parameters of the shape %s, which have no axis %d".formatted(shape, axis));
      }
    }
  }

  /** A matrix is {@code [in, out]}; with more axes it is {@code [out, in, ...]}. */
  private List<Integer> along(int rank) {
    if (!axes.isEmpty()) {
      return axes;
    }
    return rank < 3 ? List.of(0) : IntStream.range(1, rank).boxed().toList();
  }

  /**
   * Gives each part another norm. A part whose norm is to stay is not touched; a part of zeros has
   * no direction, and stays.
   */
  void change(double[] numbers, List<Integer> shape, DoubleUnaryOperator wanted) {
    int[] parts = parts(numbers.length, shape);
    double[] factors = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      factors[parts[i]] += numbers[i] * numbers[i];
    }
    for (int part = 0; part < factors.length; part++) {
      double norm = Math.sqrt(factors[part]);
      factors[part] = norm == 0 ? 1 : wanted.applyAsDouble(norm) / norm;
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factors[parts[i]];
    }
  }

  /** For each number, the place of the first one of its part. */
  private int[] parts(int count, List<Integer> shape) {
    List<Integer> along = along(shape.size());
    int[] parts = new int[count];
    int stride = count;
    for (int axis = 0; axis < shape.size(); axis++) {
      stride /= shape.get(axis);
      for (int i = 0; i < count && !along.contains(axis); i++) {
        parts[i] += i / stride % shape.get(axis) * stride;
      }
    }
    return parts;
  }
}
