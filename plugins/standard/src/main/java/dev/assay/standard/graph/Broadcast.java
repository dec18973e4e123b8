package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inputs of a product that need not have one shape: where an input has length 1 along an axis, its
 * number stands for all of that axis; and one number for each channel of an image, or for each
 * feature of a sequence, stands for all of its pixels, or steps.
 *
 * @param output the shape of the product
 */
record Broadcast(List<Shape> inputs, Shape output) {

  /**
   * How some inputs go together.
   *
   * @throws ShapeException if they do not
   */
  static Broadcast of(List<Shape> inputs) {
    Shape largest = Collections.max(inputs, (a, b) -> Integer.compare(a.rank(), b.rank()));
    List<Integer> dims = new ArrayList<>(Collections.nCopies(largest.rank(), 1));
    for (Shape input : inputs) {
      List<Integer> seen = aligned(input, largest.rank());
      if (!fits(seen, dims)) {
        throw new ShapeException(
            "multiplies inputs of one shape, not %s and %s"
                .formatted(inputs.get(0), input.equals(inputs.get(0)) ? largest : input));
      }
      for (int axis = 0; axis < dims.size(); axis++) {
        dims.set(axis, Math.max(seen.get(axis), dims.get(axis)));
      }
    }
    return new Broadcast(inputs, new Shape(dims, 0));
  }

  private static boolean fits(List<Integer> seen, List<Integer> dims) {
    return seen.size() == dims.size()
        && IntStream.range(0, dims.size())
            .allMatch(
                axis ->
                    seen.get(axis) == 1
                        || dims.get(axis) == 1
                        || seen.get(axis).equals(dims.get(axis)));
  }

  /** An input's lengths along as many axes as the product has; none if that cannot be said. */
  private static List<Integer> aligned(Shape input, int rank) {
    if (input.rank() == rank) {
      return input.dims();
    }
    if (input.rank() != 1) {
      return List.of();
    }
    List<Integer> dims = new ArrayList<>(Collections.nCopies(rank, 1));
    dims.set(rank == 2 ? 1 : 0, input.dim(0));
    return dims;
  }

  boolean alike() {
    return inputs.stream().allMatch(output::equals);
  }

  /** For each number of the output of a sample, the place of the input's that it is made of. */
  int[] places(int input) {
    List<Integer> dims = aligned(inputs.get(input), output.rank());
    int[] places = new int[output.size()];
    int[] at = new int[output.rank()];
    for (int i = 0; i < places.length; i++) {
      for (int axis = 0; axis < at.length; axis++) {
        places[i] = places[i] * dims.get(axis) + (dims.get(axis) == 1 ? 0 : at[axis]);
      }
      advance(at);
    }
    return places;
  }

  private void advance(int[] at) {
    int axis = at.length - 1;
    while (axis >= 0 && ++at[axis] == output.dim(axis)) {
      at[axis] = 0;
      axis--;
    }
  }
}
