package dev.assay.standard.stopping;

import dev.assay.engine.plugin.Registry;

/** All stopping rules of this package, by name. */
public final class StoppingRules {

  private StoppingRules() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.stoppingRule("threshold", Threshold.class);
    registry.stoppingRule("patience", Patience.class);
    registry.stoppingRule("divergence", Divergence.class);
  }
}
