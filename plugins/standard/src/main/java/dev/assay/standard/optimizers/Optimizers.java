package dev.assay.standard.optimizers;

import dev.assay.engine.plugin.Registry;

/** All optimizers of this package, by name. */
public final class Optimizers {

  private Optimizers() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.optimizer("sgd", Sgd.class);
    registry.optimizer("momentum", Momentum.class);
    registry.optimizer("adam", Adam.class);
    registry.optimizer("adamw", AdamW.class);
    registry.optimizer("adagrad", AdaGrad.class);
    registry.optimizer("amsgrad", AmsGrad.class);
    registry.optimizer("adamax", AdaMax.class);
    registry.optimizer("nadam", NAdam.class);
    registry.optimizer("adabelief", AdaBelief.class);
    registry.optimizer("adadelta", AdaDelta.class);
    registry.optimizer("rmsprop", RmsProp.class);
  }
}
