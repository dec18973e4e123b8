package dev.assay.standard.schedules;

import dev.assay.engine.plugin.Registry;

/** All schedules of this package, by name. */
public final class Schedules {

  private Schedules() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.schedule("constant", Constant.class);
    registry.schedule("warmup", Warmup.class);
    registry.schedule("plateau", Plateau.class);
    registry.schedule("cosine", Cosine.class);
    registry.schedule("linear", Linear.class);
    registry.schedule("step", Steps.class);
    registry.schedule("exponential", Exponential.class);
    registry.schedule("inverse", Inverse.class);
    registry.schedule("polynomial", Polynomial.class);
    registry.schedule("sigmoid", Sigmoidal.class);
    registry.schedule("cycle", Cycle.class);
    registry.schedule("one_cycle", OneCycle.class);
    registry.schedule("piecewise", Piecewise.class);
  }
}
