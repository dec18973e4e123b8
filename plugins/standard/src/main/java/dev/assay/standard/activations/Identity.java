package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** The number itself. */
@Doc("The number itself.")
@Elsewhere({"linear", "none"})
public record Identity() implements Activation {

  @Override
  public IActivation function() {
    return new ActivationIdentity();
  }
}
