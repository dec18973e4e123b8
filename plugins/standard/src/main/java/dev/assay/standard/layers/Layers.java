package dev.assay.standard.layers;

import dev.assay.engine.architecture.ClearPadding;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.kernel.ReshapeKernel;
import dev.assay.engine.plugin.Registry;

/** All layers of this package, by name. */
public final class Layers {

  private Layers() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.layer("dense", Dense.class).kernel(DenseKernel::bind);
    registry.layer("flatten", Flatten.class).kernel((layer, at) -> ReshapeKernel.bind(at));
    registry.layer("activation", Activate.class).kernel(ActivateKernel::bind);
    registry.layer("prelu", Prelu.class).kernel(PreluKernel::bind);
    registry.layer("layer_norm", LayerNorm.class).kernel(LayerNormKernel::bind);
    registry.layer("batch_norm", BatchNorm.class).kernel(BatchNormKernel::bind);
    registry.layer("group_norm", GroupNorm.class).kernel(GroupNormKernel::bind);
    registry.layer("rms_norm", RmsNorm.class).kernel(RmsNormKernel::bind);
    registry.layer("l2_normalize", L2Normalize.class).kernel(L2Normalize::bind);
    registry.layer("layer_scale", LayerScale.class).kernel(LayerScaleKernel::bind);
    registry.layer("rescale", Rescale.class).kernel(RescaleKernel::bind);
    registry.layer("one_hot", OneHot.class).kernel(OneHotKernel::bind);
    registry.layer("token_embedding", TokenEmbedding.class).kernel(TokenEmbeddingKernel::bind);
    registry
        .layer("position_embedding", PositionEmbedding.class)
        .kernel(PositionEmbeddingKernel::bind, PositionEmbeddingStepKernel::bind);
    registry
        .layer("sinusoidal_positions", SinusoidalPositions.class)
        .kernel(SinusoidalPositionsKernel::bind, SinusoidalPositionsKernel::step);
    registry
        .layer("causal_attention", CausalAttention.class)
        .kernel(AttentionKernel::bind, CausalAttentionStepKernel::bind);
    registry
        .layer("multi_head_attention", MultiHeadAttention.class)
        .kernel(AttentionKernel::bind, CausalAttentionStepKernel::bind);
    registry.layer("feed_forward", FeedForward.class);
    registry.planned(ClearPadding.class).kernel(ClearPaddingKernel::bind);
    registry.layer("output", OutputLayer.class);
    registry.layer("loss", Head.class);
  }
}
