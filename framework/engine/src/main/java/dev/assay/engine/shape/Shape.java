package dev.assay.engine.shape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The shape of one sample, without the batch.
 *
 * <p>The number of axes says what it is: {@code [features]}, a sequence {@code [steps, features]},
 * an image {@code [channels, height, width]}, a volume {@code [channels, depth, height, width]}. A
 * shape of symbols holds whole numbers from 0 to {@code symbols - 1} instead of real ones: {@code
 * [steps]} is then a sequence of symbols, and a shape without axes is one class out of several.
 *
 * @param dims the length of each axis, outermost first
 * @param symbols how many symbols there are, or 0 for real numbers
 */
public record Shape(List<Integer> dims, int symbols) {

  public Shape {
    dims = List.copyOf(dims);
  }

  /** Real numbers. */
  public static Shape of(int... dims) {
    return new Shape(Arrays.stream(dims).boxed().toList(), 0);
  }

  /** Symbols out of {@code symbols}; one class where there are no axes. */
  public static Shape ofSymbols(int symbols, int... dims) {
    return new Shape(Arrays.stream(dims).boxed().toList(), symbols);
  }

  /** How many axes there are. */
  public int rank() {
    return dims.size();
  }

  /** The length of one axis; from the end where the index is negative. */
  public int dim(int axis) {
    return dims.get(axis < 0 ? axis + dims.size() : axis);
  }

  /**
   * An axis as users count it: from 0, without the batch, and from the end where it is negative.
   *
   * @return the axis counted from 0
   * @throws ShapeException if there is no such axis
   */
  public int axis(int axis) {
    return axis(axis, rank());
  }

  /** The same where there are to be other axes, of which there are so many. */
  public int axis(int axis, int axes) {
    if (axis < -axes || axis >= axes) {
      throw new ShapeException(
          "has the axis %d, and %s has the axes 0 to %d".formatted(axis, describe(), axes - 1));
    }
    return axis < 0 ? axis + axes : axis;
  }

  /** How many numbers one sample has. */
  public int size() {
    int size = 1;
    for (int length : dims) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }

  public boolean isSymbols() {
    return symbols > 0;
  }

  /** The same axes, and one more at the end, of numbers. */
  public Shape with(int length) {
    return of(IntStream.concat(dims.stream().mapToInt(n -> n), IntStream.of(length)).toArray());
  }

  /** The same axes but for the last one. */
  public Shape withLast(int length) {
    int[] changed = dims.stream().mapToInt(Integer::intValue).toArray();
    changed[changed.length - 1] = length;
    return of(changed);
  }

  /** The same axes but for the outermost one. */
  public Shape withFirst(int length) {
    int[] changed = dims.stream().mapToInt(Integer::intValue).toArray();
    changed[0] = length;
    return of(changed);
  }

  /** What a message calls it: {@code an image [1, 28, 28]}. */
  public String describe() {
    if (isSymbols()) {
      return dims.isEmpty()
          ? "one of %d classes".formatted(symbols)
          : "%s symbols out of %d".formatted(dims, symbols);
    }
    return switch (rank()) {
      case 0 -> "a single number";
      case 1 -> "features " + dims;
      case 2 -> "a sequence " + dims;
      case 3 -> "an image " + dims;
      case 4 -> "a volume " + dims;
      default -> "a tensor " + dims;
    };
  }

  @Override
  public String toString() {
    return isSymbols() ? "%s of %d symbols".formatted(dims, symbols) : dims.toString();
  }
}
