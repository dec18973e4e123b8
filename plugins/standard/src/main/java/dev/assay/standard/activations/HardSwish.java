package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/**
 * x times (x + 3) / 6 between 0 and 1 (<a href="https://arxiv.org/abs/1905.02244">Howard et al.
 * 2019</a>).
 */
@Doc("x times (x + 3) / 6 between 0 and 1.")
public record HardSwish() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(
        x -> x * Math.max(0, Math.min(1, (x + 3) / 6)),
        x -> x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6);
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
