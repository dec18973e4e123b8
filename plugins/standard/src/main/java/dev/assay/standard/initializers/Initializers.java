package dev.assay.standard.initializers;

import dev.assay.engine.plugin.Registry;

/** All initializers of this package, by name. */
public final class Initializers {

  private Initializers() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.initializer("glorot_uniform", GlorotUniform.class);
    registry.initializer("glorot_normal", GlorotNormal.class);
    registry.initializer("he_uniform", HeUniform.class);
    registry.initializer("he_normal", HeNormal.class);
    registry.initializer("lecun_uniform", LecunUniform.class);
    registry.initializer("lecun_normal", LecunNormal.class);
    registry.initializer("orthogonal", Orthogonal.class);
    registry.initializer("normal", Normal.class);
    registry.initializer("truncated_normal", TruncatedNormal.class);
    registry.initializer("uniform", Uniform.class);
    registry.initializer("constant", ConstantValue.class);
    registry.initializer("zeros", Zeros.class);
    registry.initializer("ones", Ones.class);
    registry.initializer("identity", Eye.class);
    registry.initializer("variance_scaling", VarianceScaling.class);
    registry.initializer("log_normal", LogNormal.class);
    registry.initializer("binomial", Binomial.class);
  }
}
