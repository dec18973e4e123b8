package dev.assay.standard.activations;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import jakarta.validation.constraints.PositiveOrZero;
import org.nd4j.linalg.activations.IActivation;

/**
 * x, and alpha (exp(x) - 1) where that is negative (<a href=
 * "https://arxiv.org/abs/1511.07289">Clevert et al. 2016</a>).
 */
@Doc("x, and alpha (exp(x) - 1) where that is negative.")
public record Elu(@Doc("What it falls to, negated.") @Default("1") @PositiveOrZero double alpha)
    implements Activation {

  @Override
  public IActivation function() {
    return new Curve(x -> x > 0 ? x : alpha * Math.expm1(x), x -> x > 0 ? 1 : alpha * Math.exp(x));
  }
}
