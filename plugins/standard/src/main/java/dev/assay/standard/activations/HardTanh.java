package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/** x between -1 and 1, and these beyond. */
@Doc("x between -1 and 1, and these beyond.")
public record HardTanh() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(x -> Math.max(-1, Math.min(1, x)), x -> x > -1 && x <= 1 ? 1 : 0);
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
