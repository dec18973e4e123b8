package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/** x / (1 + |x|). */
@Doc("x / (1 + |x|).")
public record Softsign() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(x -> x / (1 + Math.abs(x)), x -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))));
  }
}
