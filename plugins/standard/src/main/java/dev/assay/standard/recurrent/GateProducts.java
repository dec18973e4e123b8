package dev.assay.standard.recurrent;

import static dev.assay.standard.recurrent.Sequences.product;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Operation.Parameters;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The products of a gate, whose parameters are {@code W}, {@code R} and {@code b} of its name. */
final class GateProducts {

  private GateProducts() {}

  /** {@code x W + b}. */
  static INDArray read(String gate, INDArray x, Parameters parameters) {
    return product(x, parameters.value("W" + gate), false, false)
        .addiRowVector(parameters.value("b" + gate));
  }

  /** {@code h R}. */
  static INDArray recalled(String gate, INDArray h, Parameters parameters) {
    return product(h, parameters.value("R" + gate), false, false);
  }

  /** A function of {@code x W + b + h R}. */
  static Applied gate(
      String gate,
      INDArray x,
      INDArray h,
      Activation function,
      Parameters parameters,
      boolean training) {
    INDArray sum = read(gate, x, parameters).addi(recalled(gate, h, parameters));
    return Applied.of(function, sum, training);
  }

  /** Before the gradients grow. */
  static void clear(String gate, Parameters parameters) {
    List.of("W", "R", "b").forEach(array -> parameters.gradient(array + gate).assign(0));
  }

  /** What comes back to x through W, whose gradient grows, as b's does. */
  static INDArray backToInput(String gate, INDArray x, INDArray dy, Parameters parameters) {
    parameters.gradient("W" + gate).addi(product(x, dy, true, false));
    parameters.gradient("b" + gate).addi(dy.sum(0));
    return product(dy, parameters.value("W" + gate), false, true);
  }

  /** What comes back to h through R, whose gradient grows. */
  static INDArray backToState(String gate, INDArray h, INDArray dy, Parameters parameters) {
    parameters.gradient("R" + gate).addi(product(h, dy, true, false));
    return product(dy, parameters.value("R" + gate), false, true);
  }
}
