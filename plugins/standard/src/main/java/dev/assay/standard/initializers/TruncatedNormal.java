package dev.assay.standard.initializers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import jakarta.validation.constraints.PositiveOrZero;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** Normal, drawn again where a number is more than two deviations from the mean. */
@Doc("Normal, drawn again where a number is more than two deviations from the mean.")
public record TruncatedNormal(
    @Doc("The standard deviation.") @PositiveOrZero double deviation,
    @Doc("The mean.") @Default("0") double mean)
    implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitDistribution(new TruncatedNormalDistribution(mean, deviation));
  }

  @Override
  public boolean startsVectors() {
    return true;
  }
}
