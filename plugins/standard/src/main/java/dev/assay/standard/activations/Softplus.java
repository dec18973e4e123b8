package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/** log(1 + exp(x)). */
@Doc("log(1 + exp(x)).")
public record Softplus() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(Curve::softplus, Curve::logistic);
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
