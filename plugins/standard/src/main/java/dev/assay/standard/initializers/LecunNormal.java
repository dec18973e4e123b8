package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitNormal;

/** Normal with variance 1 / inputs, by LeCun et al. 1998; for layers that end with selu. */
@Doc("Normal with variance 1 / inputs, by LeCun et al. 1998; for layers that end with selu.")
@Elsewhere("xavier_fan_in")
public record LecunNormal() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitNormal();
  }
}
