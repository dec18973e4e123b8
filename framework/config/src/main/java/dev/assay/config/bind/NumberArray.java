package dev.assay.config.bind;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers as they are written: one number, or nested lists without ragged edges. */
public final class NumberArray {

  private final List<Integer> shape;
  private final double[] values;

  /**
   * Nested lists of numbers.
   *
   * @param shape the lengths of the lists, outermost first; empty for a single number
   * @param values the numbers, the last axis fastest
   */
  public NumberArray(List<Integer> shape, double... values) {
    this.shape = List.copyOf(shape);
    this.values = values.clone();
  }

  public List<Integer> shape() {
    return shape;
  }

  /** The numbers, the last axis fastest. */
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumberArray array
        && shape.equals(array.shape)
        && Arrays.equals(values, array.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return shape + Arrays.toString(values);
  }
}
