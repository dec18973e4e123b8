package dev.assay.testkit;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;

/** Zeros. */
@Doc("Zeros.")
public record KitZeros() implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitConstant(0);
  }
}
