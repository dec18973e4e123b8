package dev.assay.standard.activations;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import jakarta.validation.constraints.PositiveOrZero;
import org.nd4j.linalg.activations.IActivation;

/** x, and slope x where that is negative (Maas et al. 2013). */
@Doc("x, and slope times x where that is negative.")
public record LeakyRelu(
    @Doc("The slope where x is negative.") @Default("0.01") @PositiveOrZero double slope)
    implements Activation {

  @Override
  public IActivation function() {
    return new Curve(x -> x > 0 ? x : slope * x, x -> x > 0 ? 1 : slope);
  }
}
