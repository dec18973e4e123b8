package dev.assay.standard.initializers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;

/** One number for all. */
@Doc("One number for all.")
public record ConstantValue(@Doc("The number.") double value) implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitConstant(value);
  }

  @Override
  public boolean startsVectors() {
    return true;
  }
}
