package dev.assay.standard.layers;

import dev.assay.engine.architecture.Operation.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A gain and a bias for each column of a matrix: {@code y = gain n + bias}. */
final class Affine {

  static final String GAIN = "g";
  static final String BIAS = "b";

  private Affine() {}

  static INDArray forward(INDArray n, Parameters parameters, boolean bias) {
    INDArray y = n.mulRowVector(parameters.value(GAIN));
    return bias ? y.addiRowVector(parameters.value(BIAS)) : y;
  }

  /** Writes the gradients of gain and bias, and returns that of n. */
  static INDArray backward(INDArray n, INDArray dy, Parameters parameters, boolean bias) {
    parameters.gradient(GAIN).assign(dy.mul(n).sum(0));
    if (bias) {
      parameters.gradient(BIAS).assign(dy.sum(0));
    }
    return dy.mulRowVector(parameters.value(GAIN));
  }
}
