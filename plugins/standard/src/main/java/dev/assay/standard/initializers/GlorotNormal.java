package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitXavier;

/** Normal with variance 2 / (inputs + outputs), by Glorot and Bengio 2010. */
@Doc("Normal with variance 2 / (inputs + outputs), by Glorot and Bengio 2010.")
@Elsewhere("xavier_normal")
public record GlorotNormal() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitXavier();
  }
}
