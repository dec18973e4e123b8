package dev.assay.standard.activations;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import jakarta.validation.constraints.PositiveOrZero;
import org.nd4j.linalg.activations.IActivation;

/**
 * x where that is above theta, else 0 (<a href="https://arxiv.org/abs/1402.3337">Konda et al.
 * 2015</a>, who call it TRec).
 */
@Doc("x where that is above theta, else 0.")
@Elsewhere({"threshold", "trec"})
public record ThresholdedRelu(
    @Doc("Up to where it is 0.") @Default("1") @PositiveOrZero double theta) implements Activation {

  @Override
  public IActivation function() {
    return new Curve(x -> x > theta ? x : 0, x -> x > theta ? 1 : 0);
  }
}
