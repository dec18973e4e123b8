package dev.assay.standard.layers;

import dev.assay.engine.architecture.Operation.Parameters;
import dev.assay.engine.architecture.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A gain and a bias for each column of a matrix: {@code y = gain n + bias}.
 *
 * @param gain whether there are gains
 * @param bias whether there are biases
 */
record Affine(boolean gain, boolean bias) {

  static final String GAIN = "g";
  static final String BIAS = "b";

  /** The parameters, one number of each for each column; gains come first. */
  List<Parameter> parameters(int columns) {
    List<Parameter> parameters = new ArrayList<>();
    if (gain) {
      parameters.add(Parameter.gain("gain", GAIN, columns));
    }
    if (bias) {
      parameters.add(Parameter.bias("bias", BIAS, columns));
    }
    return List.copyOf(parameters);
  }

  INDArray forward(INDArray n, Parameters parameters) {
    INDArray scaled = gain ? n.mulRowVector(parameters.value(GAIN)) : n.dup();
    return bias ? scaled.addiRowVector(parameters.value(BIAS)) : scaled;
  }

  /** Writes the gradients of gain and bias, and returns that of n. */
  INDArray backward(INDArray n, INDArray dy, Parameters parameters) {
    if (bias) {
      parameters.gradient(BIAS).assign(dy.sum(0));
    }
    if (!gain) {
      return dy.dup();
    }
    parameters.gradient(GAIN).assign(dy.mul(n).sum(0));
    return dy.mulRowVector(parameters.value(GAIN));
  }
}
