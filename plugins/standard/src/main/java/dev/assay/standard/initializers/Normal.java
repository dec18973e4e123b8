package dev.assay.standard.initializers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Initializer;
import jakarta.validation.constraints.PositiveOrZero;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** Normal with a given deviation. */
@Doc("Normal with a given deviation.")
@Elsewhere("gaussian")
public record Normal(
    @Doc("The standard deviation.") @PositiveOrZero double deviation,
    @Doc("The mean.") @Default("0") double mean)
    implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitDistribution(new NormalDistribution(mean, deviation));
  }

  @Override
  public boolean startsVectors() {
    return true;
  }
}
