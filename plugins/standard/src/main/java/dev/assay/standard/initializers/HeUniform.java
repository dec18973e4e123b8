package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitReluUniform;

/** Uniform within sqrt(6 / inputs), by He et al. 2015; for layers that end with relu. */
@Doc("Uniform within sqrt(6 / inputs), by He et al. 2015; for layers that end with relu.")
@Elsewhere({"kaiming_uniform", "relu_uniform"})
public record HeUniform() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitReluUniform();
  }
}
