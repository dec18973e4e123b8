package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The hyperbolic tangent. */
@Doc("The hyperbolic tangent.")
public record Tanh() implements Activation {

  @Override
  public IActivation function() {
    return new ActivationTanH();
  }
}
