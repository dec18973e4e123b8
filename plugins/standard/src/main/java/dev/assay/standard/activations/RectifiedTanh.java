package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/** max(0, tanh(x)). */
@Doc("max(0, tanh(x)).")
public record RectifiedTanh() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(
        x -> Math.max(0, Math.tanh(x)), x -> x > 0 ? 1 - Math.tanh(x) * Math.tanh(x) : 0);
  }
}
