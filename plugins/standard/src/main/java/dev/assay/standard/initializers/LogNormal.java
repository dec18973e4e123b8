package dev.assay.standard.initializers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import jakarta.validation.constraints.PositiveOrZero;
import org.deeplearning4j.nn.conf.distribution.LogNormalDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** Positive numbers whose logarithm is normal. */
@Doc("Positive numbers whose logarithm is normal.")
public record LogNormal(
    @Doc("The standard deviation of the logarithm.") @PositiveOrZero double deviation,
    @Doc("The mean of the logarithm.") @Default("0") double mean)
    implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitDistribution(new LogNormalDistribution(mean, deviation));
  }

  @Override
  public boolean startsVectors() {
    return true;
  }
}
