package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/**
 * x^3, so that the products of three inputs are learned directly (<a
 * href="https://aclanthology.org/D14-1082">Chen and Manning 2014</a>, section 3.3).
 */
@Doc("x to the power of 3.")
public record Cube() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(x -> x * x * x, x -> 3 * x * x);
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
