package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/**
 * x sigmoid(x), also called swish (<a href="https://arxiv.org/abs/1710.05941">Ramachandran et al.
 * 2017</a>).
 */
@Doc("x times the sigmoid of x; also called swish.")
@Elsewhere("swish")
public record Silu() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(
        x -> x * Curve.logistic(x), x -> Curve.logistic(x) * (1 + x * (1 - Curve.logistic(x))));
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
