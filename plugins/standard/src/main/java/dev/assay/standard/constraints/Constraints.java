package dev.assay.standard.constraints;

import dev.assay.engine.plugin.Registry;

/** All constraints of this package, by name. */
public final class Constraints {

  private Constraints() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.constraint("max_norm", MaxNorm.class);
    registry.constraint("min_max_norm", MinMaxNorm.class);
    registry.constraint("unit_norm", UnitNorm.class);
    registry.constraint("non_negative", NonNegative.class);
  }
}
