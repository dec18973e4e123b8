package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;

/** 1 / (1 + exp(-x)). */
@Doc("1 / (1 + exp(-x)).")
public record Sigmoid() implements Activation {

  @Override
  public IActivation function() {
    return new ActivationSigmoid();
  }
}
