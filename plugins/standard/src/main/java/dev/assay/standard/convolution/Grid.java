package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Site;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Points along one, two or three axes, each with a number for every channel: a sequence {@code
 * [steps, features]}, whose features are its channels, an image {@code [channels, height, width]},
 * or a volume {@code [channels, depth, height, width]}.
 *
 * @param size how many points there are along each axis
 */
public record Grid(int channels, List<Integer> size) {

  private static final List<String> NAMES =
      List.of(
          "a sequence [steps, features]",
          "an image [channels, height, width]",
          "a volume [channels, depth, height, width]");

  /** The only input, which must have so many axes beside its channels. */
  static Grid of(Site site, int axes) {
    Shape input = site.input();
    if (input.isSymbols() || input.rank() != axes + 1) {
      throw new ShapeException("takes %s, not %s".formatted(NAMES.get(axes - 1), input.describe()));
    }
    return axes == 1
        ? new Grid(input.dim(1), List.of(input.dim(0)))
        : new Grid(input.dim(0), input.dims().subList(1, input.rank()));
  }

  Shape shape() {
    List<Integer> dims = new ArrayList<>(size);
    dims.add(isSequence() ? 1 : 0, channels);
    return new Shape(dims, 0);
  }

  /** Whether channels are the last axis, and not the first one. */
  boolean isSequence() {
    return size.size() == 1;
  }

  /** How it lies, as oneDNN sees it: {@code [rows, channels, ...]}. */
  Layout layout(long rows) {
    if (isSequence()) {
      long steps = size.get(0);
      return Layout.strided(
          new long[] {rows, channels, steps}, new long[] {steps * channels, 1, channels});
    }
    long[] dims = new long[size.size() + 2];
    dims[0] = rows;
    dims[1] = channels;
    for (int axis = 0; axis < size.size(); axis++) {
      dims[axis + 2] = size.get(axis);
    }
    return Layout.plain(dims);
  }

  /** {@code 28x28}, as messages call it. */
  static String text(List<Integer> size) {
    return String.join("x", size.stream().map(String::valueOf).toList());
  }
}
