package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;

/** Zeros. */
@Doc("Zeros.")
public record Zeros() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitConstant(0);
  }

  @Override
  public boolean startsVectors() {
    return true;
  }
}
