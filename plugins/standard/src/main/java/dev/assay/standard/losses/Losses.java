package dev.assay.standard.losses;

import dev.assay.engine.plugin.Registry;

/** All losses of this package, by name. */
public final class Losses {

  private Losses() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.loss("cross_entropy", CrossEntropy.class).kernel(CrossEntropyKernel::bind);
    registry
        .loss("mean_squared_error", MeanSquaredError.class)
        .kernel(MeanSquaredErrorKernel::bind);
    registry.loss("mean_absolute_error", MeanAbsoluteError.class).kernel(DistanceKernel::bind);
    registry.loss("huber", Huber.class).kernel(DistanceKernel::bind);
    registry
        .loss("mean_absolute_percentage_error", MeanAbsolutePercentageError.class)
        .kernel(DistanceKernel::bind);
    registry
        .loss("mean_squared_logarithmic_error", MeanSquaredLogarithmicError.class)
        .kernel(DistanceKernel::bind);
    registry.loss("poisson", Poisson.class).kernel(DistanceKernel::bind);
    registry.loss("wasserstein", Wasserstein.class).kernel(DistanceKernel::bind);
    registry
        .loss("binary_cross_entropy", BinaryCrossEntropy.class)
        .kernel(BinaryCrossEntropyKernel::bind);
    registry.loss("kl_divergence", KlDivergence.class).kernel(KlDivergenceKernel::bind);
    registry.loss("hinge", Hinge.class);
    registry.loss("squared_hinge", SquaredHinge.class);
    registry.loss("cosine_distance", CosineDistance.class);
    registry.loss("multi_label_ranking", MultiLabelRanking.class);
  }
}
