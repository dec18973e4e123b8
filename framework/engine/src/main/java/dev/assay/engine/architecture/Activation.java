package dev.assay.engine.architecture;

import dev.assay.config.bind.Kind;
import org.nd4j.linalg.activations.IActivation;

/** A function of each number, or of each row of numbers, that a layer ends with. */
@Kind(value = "activation", plural = "activations")
public interface Activation {

  /** The function in DL4J. */
  IActivation function();

  /**
   * Whether its derivative is computed from what it is applied to, which is then kept, and not from
   * its result.
   */
  default boolean derivedFromInput() {
    return false;
  }
}
