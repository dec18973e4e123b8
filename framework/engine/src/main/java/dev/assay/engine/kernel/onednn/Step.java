package dev.assay.engine.kernel.onednn;

/** Something to compute, all of whose inputs and outputs are bound. */
@FunctionalInterface
public interface Step {

  /** Nothing. */
  Step NONE = () -> {};

  void run();

  /** This step, and then another one. */
  default Step then(Step next) {
    if (this == NONE || next == NONE) {
      return this == NONE ? next : this;
    }
    return () -> {
      run();
      next.run();
    };
  }
}
