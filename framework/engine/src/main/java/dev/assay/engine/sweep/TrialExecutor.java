package dev.assay.engine.sweep;

/** Somebody who runs trials: on this machine, or elsewhere. */
public interface TrialExecutor extends AutoCloseable {

  /** How many trials it can run at the same time. */
  int capacity();

  /**
   * Runs a trial to its end. May be called from as many threads as it has capacity. A trial that
   * fails is a result, too.
   */
  TrialResult run(Trial trial);

  @Override
  default void close() {}
}
