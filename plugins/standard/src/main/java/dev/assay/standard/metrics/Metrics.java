package dev.assay.standard.metrics;

import dev.assay.engine.plugin.Registry;

/** All metrics of this package, by name. */
public final class Metrics {

  private Metrics() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.metric("accuracy", Accuracy.class);
    registry.metric("top_k", TopK.class);
    registry.metric("precision", Precision.class);
    registry.metric("recall", Recall.class);
    registry.metric("f1", F1.class);
    registry.metric("roc_auc", RocAuc.class);
    registry.metric("calibration_error", CalibrationError.class);
    registry.metric("perplexity", Perplexity.class);
    registry.metric("bits_per_symbol", BitsPerSymbol.class);
    registry.metric("exact_match", ExactMatch.class);
    registry.metric("mean_squared_error", SquaredError.class);
    registry.metric("mean_absolute_error", AbsoluteError.class);
    registry.metric("r2", R2.class);
  }
}
