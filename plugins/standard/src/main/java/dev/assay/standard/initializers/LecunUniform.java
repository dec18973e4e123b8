package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitLecunUniform;

/** Uniform with variance 1 / inputs, by LeCun et al. 1998. */
@Doc("Uniform with variance 1 / inputs, by LeCun et al. 1998.")
public record LecunUniform() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitLecunUniform();
  }
}
