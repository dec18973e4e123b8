package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** exp(x) over the sum of exp(x) along the last axis: a probability for each number. */
@Doc("exp(x) over the sum of exp(x) along the last axis: a probability for each number.")
public record Softmax() implements Activation {

  @Override
  public IActivation function() {
    return new ActivationSoftmax();
  }
}
