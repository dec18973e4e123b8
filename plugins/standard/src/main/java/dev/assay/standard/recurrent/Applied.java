package dev.assay.standard.recurrent;

import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A function that has been applied.
 *
 * @param given what it was given
 * @param made what it made of it
 */
record Applied(IActivation function, INDArray given, INDArray made) {

  static Applied of(Activation activation, INDArray given, boolean training) {
    IActivation function = activation.function();
    return new Applied(function, given, function.getActivation(given.dup(), training));
  }

  /** The gradient by what it was given; that by what it made may be used up. */
  INDArray backward(INDArray gradient) {
    return function.backprop(given.dup(), gradient).getFirst();
  }
}
