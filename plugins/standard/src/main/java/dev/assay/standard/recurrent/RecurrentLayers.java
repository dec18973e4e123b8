package dev.assay.standard.recurrent;

import dev.assay.engine.plugin.Registry;

/** All layers of this package, by name. */
public final class RecurrentLayers {

  private RecurrentLayers() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.layer("lstm", Lstm.class).kernel(LstmKernel::bind, LstmStepKernel::bind);
    registry.layer("gru", Gru.class).kernel(GruKernel::bind, GruKernel::step);
    registry
        .layer("simple_rnn", SimpleRnn.class)
        .kernel(SimpleRnnKernel::bind, SimpleRnnKernel::step);
    registry.layer("bidirectional", Bidirectional.class);
    registry.layer("last_step", LastStep.class).kernel(LastStepKernel::bind);
    registry.layer("reverse", Reverse.class).kernel(ReverseKernel::bind);
  }
}
