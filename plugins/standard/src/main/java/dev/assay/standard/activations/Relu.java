package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/** max(0, x). */
@Doc("max(0, x).")
public record Relu() implements Activation {

  @Override
  public IActivation function() {
    return new ActivationReLU();
  }
}
