package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import jakarta.validation.constraints.Positive;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** Uniform between plus and minus a bound. */
@Doc("Uniform between plus and minus a bound.")
public record Uniform(@Doc("The bound.") @Positive double bound) implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitDistribution(new UniformDistribution(-bound, bound));
  }

  @Override
  public boolean startsVectors() {
    return true;
  }
}
