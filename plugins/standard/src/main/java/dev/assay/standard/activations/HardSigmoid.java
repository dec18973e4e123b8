package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/** x / 6 + 1 / 2 between 0 and 1. */
@Doc("x / 6 + 1 / 2 between 0 and 1.")
public record HardSigmoid() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(
        x -> Math.max(0, Math.min(1, x / 6 + 0.5)), x -> Math.abs(x) < 3 ? 1.0 / 6 : 0);
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
