package dev.assay.config.bind;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers as they are written: one number, or nested lists without ragged edges.
 *
 * @param shape the length of the lists, outermost first; empty for a single number
 * @param values the numbers, the last axis fastest
 */
public record NumberArray(List<Integer> shape, double[] values) {

  public NumberArray {
    shape = List.copyOf(shape);
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
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
