package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitXavierUniform;

/** Uniform within sqrt(6 / (inputs + outputs)), by Glorot and Bengio 2010. */
@Doc("Uniform within sqrt(6 / (inputs + outputs)), by Glorot and Bengio 2010.")
@Elsewhere({"xavier", "xavier_uniform"})
public record GlorotUniform() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitXavierUniform();
  }
}
