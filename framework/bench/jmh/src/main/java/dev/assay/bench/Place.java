package dev.assay.bench;

import dev.assay.engine.plan.Plan;
import dev.assay.testkit.Lab;
import java.nio.file.Path;

/**
 * A layer of an experiment, and how many samples go through it. The figures on the right are what
 * the layer is given and what it makes of it, samples first.
 */
public enum Place {
  DENSE_64("mnist/lenet", "dense_1", 64), // [64, 400] to [64, 120], relu
  DENSE_384("text/nanogpt", "dense_1", 6), // [6 64, 128] to [6 64, 512], gelu
  CONV2D_1("mnist/lenet", "conv2d_1", 64), // [64, 1, 28, 28] to [64, 6, 28, 28], relu
  CONV2D_2("mnist/lenet", "conv2d_2", 64), // [64, 6, 14, 14] to [64, 16, 10, 10], relu
  LSTM("text/shakespeare-lstm", "lstm_1", 16), // [16, 64] symbols to [16, 64, 128]
  CAUSAL_ATTENTION_NANOGPT("text/nanogpt", "causal_attention_1", 6), // [6, 64, 128], 4 heads
  CAUSAL_ATTENTION_SORTING(
      "sorting/binary", "causal_attention_1", 125), // [125, 9, 10], a head of 5
  LAYER_NORM("text/nanogpt", "layer_norm_2", 6); // [6, 64, 128]

  private final String experiment;
  private final String layer;
  private final int samples;

  Place(String experiment, String layer, int samples) {
    this.experiment = experiment;
    this.layer = layer;
    this.samples = samples;
  }

  /** The experiment's plan. */
  Plan plan(Lab lab) {
    String home = System.getProperty("assay.home", "../../.."); // seen from this module
    return lab.plan(Path.of(home, "experiments", experiment + ".yaml"));
  }

  /** The name of the layer in its plan. */
  String layer() {
    return layer;
  }

  /** How many samples go through it at once. */
  int samples() {
    return samples;
  }
}
