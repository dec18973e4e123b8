package dev.assay.standard.activations;

import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Stretched;
import dev.assay.engine.plugin.Registry;

/** All activations of this package, by name. */
public final class Activations {

  private Activations() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.activation("identity", Identity.class).kernel(f -> Pointwise.IDENTITY);
    registry.activation("relu", Relu.class).kernel(f -> Pointwise.RELU);
    registry.activation("gelu", Gelu.class).kernel(Activations::gelu);
    registry.activation("sigmoid", Sigmoid.class).kernel(f -> Pointwise.LOGISTIC);
    registry.activation("tanh", Tanh.class).kernel(f -> Pointwise.TANH);
    registry.activation("softmax", Softmax.class);
    registry.activation("leaky_relu", LeakyRelu.class).kernel(f -> Pointwise.leaky(f.slope()));
    registry.activation("elu", Elu.class).kernel(f -> Pointwise.elu(f.alpha()));
    registry.activation("exponential", Exp.class).kernel(f -> Pointwise.EXP);
    registry.activation("softplus", Softplus.class).kernel(f -> Pointwise.SOFTPLUS);
    registry.activation("silu", Silu.class).kernel(f -> Pointwise.SILU);
    registry.activation("mish", Mish.class).kernel(f -> Pointwise.MISH);
    registry.activation("hard_tanh", HardTanh.class).kernel(f -> Pointwise.clip(-1, 1));
    registry.activation("relu6", Relu6.class).kernel(f -> Pointwise.clip(0, 6));
    registry.activation("hard_swish", HardSwish.class).kernel(f -> Pointwise.HARD_SWISH);
    registry
        .activation("hard_sigmoid", HardSigmoid.class)
        .kernel(f -> new Stretched(Pointwise.clip(-3, 3), 1.0 / 6, 0.5));
    registry.activation("softsign", Softsign.class).kernel(f -> HeapFunctions.SOFTSIGN);
    registry
        .activation("selu", Selu.class)
        .kernel(f -> Pointwise.scaledElu(Selu.SCALE, Selu.ALPHA));
    registry.activation("cube", Cube.class).kernel(f -> HeapFunctions.CUBE);
    registry
        .activation("rational_tanh", RationalTanh.class)
        .kernel(f -> HeapFunctions.RATIONAL_TANH);
    registry
        .activation("rectified_tanh", RectifiedTanh.class)
        .kernel(f -> new RectifiedTanhSteps());
    registry
        .activation("thresholded_relu", ThresholdedRelu.class)
        .kernel(f -> HeapFunctions.above(f.theta()));
  }

  private static Pointwise gelu(Gelu gelu) {
    return gelu.form() == Gelu.Form.EXACT ? Pointwise.GELU_ERF : Pointwise.GELU_TANH;
  }
}
