package dev.assay.standard.noise;

import dev.assay.engine.plugin.Registry;

/** All layers and weight noises of this package, by name. */
public final class Noises {

  private Noises() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.weightNoise("drop_connect", DropConnect.class);
    registry.weightNoise("gaussian", GaussianWeights.class);
    registry.layer("dropout", Dropout.class).kernel(DropoutKernel::bind);
    registry.layer("spatial_dropout", SpatialDropout.class).kernel(NoiseKernel::bind);
    registry.layer("alpha_dropout", AlphaDropout.class).kernel(NoiseKernel::bind);
    registry.layer("gaussian_dropout", GaussianDropout.class).kernel(NoiseKernel::bind);
    registry.layer("gaussian_noise", GaussianNoise.class).kernel(NoiseKernel::bind);
    registry.layer("randomized_relu", RandomizedRelu.class).kernel(RandomizedReluKernel::bind);
  }
}
