package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/** x between 0 and 6, and these beyond. */
@Doc("x between 0 and 6, and these beyond.")
public record Relu6() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(x -> Math.max(0, Math.min(6, x)), x -> x > 0 && x <= 6 ? 1 : 0);
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
