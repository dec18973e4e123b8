package dev.assay.engine.architecture;

import dev.assay.config.bind.Kind;
import org.deeplearning4j.nn.weights.IWeightInit;

/** How weights start. */
@Kind(value = "weight initializer", plural = "weight initializers")
public interface Initializer {

  /** The initializer in DL4J. */
  IWeightInit function();

  /**
   * Whether it starts vectors, too, such as biases: it does not ask how many inputs and outputs
   * there are. One that does not tell is for weights alone.
   */
  default boolean startsVectors() {
    return false;
  }
}
