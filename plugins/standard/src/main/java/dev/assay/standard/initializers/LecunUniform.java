package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import dev.assay.standard.initializers.VarianceScaling.Fan;
import dev.assay.standard.initializers.VarianceScaling.Form;
import org.deeplearning4j.nn.weights.IWeightInit;

/** Uniform with variance 1 / inputs, by LeCun et al. 1998. DL4J's own has three times as much. */
@Doc("Uniform with variance 1 / inputs, by LeCun et al. 1998.")
public record LecunUniform() implements Initializer {

  @Override
  public IWeightInit function() {
    return new VarianceScaling(1, Fan.INPUTS, Form.UNIFORM).function();
  }
}
