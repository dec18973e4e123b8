package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;

/** Ones. */
@Doc("Ones.")
public record Ones() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitConstant(1);
  }

  @Override
  public boolean startsVectors() {
    return true;
  }
}
