package dev.assay.standard.initializers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import org.deeplearning4j.nn.conf.distribution.BinomialDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** How many of some trials succeed. */
@Doc("Whole numbers: how many of some trials succeed.")
public record Binomial(
    @Doc(value = "How many trials there are.", unit = "trials") @Default("1") @Positive int trials,
    @Doc("The probability that one of them succeeds.") @DecimalMin("0") @DecimalMax("1")
        double probability)
    implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitDistribution(new BinomialDistribution(trials, probability));
  }

  @Override
  public boolean startsVectors() {
    return true;
  }
}
