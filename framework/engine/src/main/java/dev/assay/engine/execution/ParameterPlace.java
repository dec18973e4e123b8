package dev.assay.engine.execution;

import java.util.List;

/**
 * Where the numbers of a parameter lie in a network's parameter vector. DL4J keeps some with their
 * first axis fastest, and some side by side in an array that they share.
 *
 * @param layer the layer's name
 * @param parameter the parameter's name
 * @param shape as it is written and shown
 * @param from where its first number lies
 * @param lengths of its axes as it is kept, which may have more axes of length 1 than its shape
 * @param strides how far apart neighbours of each of these axes lie
 */
public record ParameterPlace(
    String layer,
    String parameter,
    List<Integer> shape,
    int from,
    List<Integer> lengths,
    List<Integer> strides) {

  public ParameterPlace {
    shape = List.copyOf(shape);
    lengths = List.copyOf(lengths);
    strides = List.copyOf(strides);
  }

  /** How many numbers it has. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Where each of its numbers lies, the last axis fastest. */
  public int[] indices() {
    int[] indices = new int[size()];
    for (int i = 0; i < indices.length; i++) {
      int rest = i;
      indices[i] = from;
      for (int axis = lengths.size() - 1; axis >= 0; axis--) {
        indices[i] += rest % lengths.get(axis) * strides.get(axis);
        rest /= lengths.get(axis);
      }
    }
    return indices;
  }

  /** Its numbers in a vector of all parameters, the last axis fastest. */
  public double[] in(double... all) {
    int[] indices = indices();
    double[] numbers = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      numbers[i] = all[indices[i]];
    }
    return numbers;
  }
}
