package dev.assay.engine.kernel.onednn;

/** Something to compute, all of whose inputs and outputs are bound. */
@FunctionalInterface
public interface Step {

  /** Nothing. */
  Step NONE = () -> {};

  void run();
}
