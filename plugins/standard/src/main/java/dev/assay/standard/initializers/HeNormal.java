package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitRelu;

/** Normal with variance 2 / inputs, by He et al. 2015; for layers that end with relu. */
@Doc("Normal with variance 2 / inputs, by He et al. 2015; for layers that end with relu.")
@Elsewhere({"kaiming", "kaiming_normal", "relu"})
public record HeNormal() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitRelu();
  }
}
