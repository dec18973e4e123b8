package dev.assay.standard.convolution;

import dev.assay.engine.plugin.Registry;

/** All layers of this package, by name. */
public final class Convolutions {

  private Convolutions() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.layer("conv1d", Conv1d.class).kernel(ConvolutionKernel::bind);
    registry.layer("conv2d", Conv2d.class).kernel(ConvolutionKernel::bind);
    registry.layer("conv3d", Conv3d.class).kernel(ConvolutionKernel::bind);
    registry.layer("depthwise_conv2d", DepthwiseConv2d.class).kernel(ConvolutionKernel::bind);
    registry.layer("separable_conv2d", SeparableConv2d.class);
    registry.layer("transposed_conv1d", TransposedConv1d.class).kernel(ConvolutionKernel::bind);
    registry.layer("transposed_conv2d", TransposedConv2d.class).kernel(ConvolutionKernel::bind);
    registry.layer("transposed_conv3d", TransposedConv3d.class).kernel(ConvolutionKernel::bind);
    registry
        .layer("locally_connected1d", LocallyConnected1d.class)
        .kernel(LocallyConnectedKernel::bind);
    registry
        .layer("locally_connected2d", LocallyConnected2d.class)
        .kernel(LocallyConnectedKernel::bind);
    registry.layer("max_pool2d", MaxPool2d.class).kernel(PooledKernel::bind);
    registry.layer("avg_pool2d", AvgPool2d.class).kernel(PooledKernel::bind);
    registry.layer("max_pool1d", MaxPool1d.class).kernel(PooledKernel::bind);
    registry.layer("avg_pool1d", AvgPool1d.class).kernel(PooledKernel::bind);
    registry.layer("max_pool3d", MaxPool3d.class).kernel(PooledKernel::bind);
    registry.layer("avg_pool3d", AvgPool3d.class).kernel(PooledKernel::bind);
    registry.layer("lp_pool2d", LpPool2d.class).kernel(LpPool2d::bind);
    registry
        .layer("adaptive_avg_pool2d", AdaptiveAvgPool2d.class)
        .kernel(AdaptiveAvgPool2dKernel::bind);
    registry.layer("global_max_pool", GlobalMaxPool.class).kernel(Overall::bind);
    registry.layer("global_avg_pool", GlobalAvgPool.class).kernel(Overall::bind);
    registry
        .layer("local_response_norm", LocalResponseNorm.class)
        .kernel(LocalResponseNormKernel::bind);
  }
}
