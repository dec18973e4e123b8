package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/**
 * An elu with constants that keep mean 0 and variance 1 (<a
 * href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>, equation 2).
 */
@Doc("An elu that keeps mean 0 and variance 1.")
public record Selu() implements Activation {

  public static final double ALPHA = 1.6732632423543772;
  public static final double SCALE = 1.0507009873554805;

  @Override
  public IActivation function() {
    return new Curve(
        x -> SCALE * (x > 0 ? x : ALPHA * Math.expm1(x)),
        x -> SCALE * (x > 0 ? 1 : ALPHA * Math.exp(x)));
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
