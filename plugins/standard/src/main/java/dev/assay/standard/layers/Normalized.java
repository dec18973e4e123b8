package dev.assay.standard.layers;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Numbers brought to mean 0 and variance 1, along one axis of a matrix: {@code n = (x - mean) /
 * sqrt(variance + epsilon)}.
 *
 * @param values n, shaped as x
 * @param mean one number for each line along the axis
 * @param variance the mean squared distance from the mean, for each line
 * @param scale {@code 1 / sqrt(variance + epsilon)}
 * @param axis 0 to normalise columns, 1 to normalise rows
 */
public record Normalized(
    INDArray values, INDArray mean, INDArray variance, INDArray scale, int axis) {

  /** That of a matrix. */
  public static Normalized of(INDArray x, int axis, double epsilon) {
    INDArray mean = x.mean(true, axis);
    INDArray centred = x.sub(mean);
    INDArray variance = centred.mul(centred).mean(true, axis);
    INDArray scale = scale(variance, epsilon);
    return new Normalized(centred.muli(scale), mean, variance, scale, axis);
  }

  static INDArray scale(INDArray variance, double epsilon) {
    return Transforms.sqrt(variance.add(epsilon), false).rdivi(1);
  }

  /**
   * {@code dx = scale (dn - mean(dn) - n mean(dn n))}: what changes all numbers of a line by the
   * same amount or factor changes nothing.
   */
  public INDArray backward(INDArray gradient) {
    INDArray along = gradient.mul(values).mean(true, axis);
    return gradient.sub(gradient.mean(true, axis)).subi(values.mul(along)).muli(scale);
  }
}
