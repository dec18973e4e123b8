package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/** exp(x). */
@Doc("exp(x).")
@Elsewhere("exp")
public record Exp() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(Math::exp, Math::exp);
  }
}
