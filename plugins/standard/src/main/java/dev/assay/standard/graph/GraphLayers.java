package dev.assay.standard.graph;

import dev.assay.engine.architecture.Add;
import dev.assay.engine.kernel.ReshapeKernel;
import dev.assay.engine.plugin.Registry;
import dev.assay.standard.layers.AddKernel;

/** All layers of this package, by name. */
public final class GraphLayers {

  private GraphLayers() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.layer("add", Add.class).kernel(AddKernel::bind);
    registry.layer("merge", Merge.class).kernel(RearrangingKernel::bind);
    registry.layer("multiply", Multiply.class).kernel(MultiplyKernel::bind);
    registry.layer("subtract", Subtract.class).kernel(JoinKernel::subtract);
    registry.layer("average", Average.class).kernel(JoinKernel::average);
    registry.layer("maximum", Maximum.class).kernel(JoinKernel::maximum);
    registry.layer("distance", EuclideanDistance.class).kernel(Pairwise::bind);
    registry.layer("cosine_similarity", CosineSimilarity.class).kernel(Pairwise::bind);
    registry.layer("matmul", MatrixProduct.class).kernel(MatrixProductKernel::bind);
    registry.layer("reshape", Reshape.class).kernel((layer, at) -> ReshapeKernel.bind(at));
    registry.layer("squeeze", Squeeze.class).kernel((layer, at) -> ReshapeKernel.bind(at));
    registry.layer("unsqueeze", Unsqueeze.class).kernel((layer, at) -> ReshapeKernel.bind(at));
    registry.layer("repeat_vector", RepeatVector.class).kernel(RearrangingKernel::bind);
    registry.layer("permute", Permute.class).kernel(RearrangingKernel::bind);
    registry.layer("slice", Slice.class).kernel(RearrangingKernel::bind);
    registry.layer("space_to_depth", SpaceToDepth.class).kernel(RearrangingKernel::bind);
    registry.layer("depth_to_space", DepthToSpace.class).kernel(RearrangingKernel::bind);
    registry.layer("upsample1d", Upsample1d.class).kernel(RearrangingKernel::bind);
    registry.layer("upsample2d", Upsample2d.class).kernel(RearrangingKernel::bind);
    registry.layer("upsample3d", Upsample3d.class).kernel(RearrangingKernel::bind);
    registry.layer("zero_pad1d", ZeroPad1d.class).kernel(RearrangingKernel::bind);
    registry.layer("zero_pad2d", ZeroPad2d.class).kernel(RearrangingKernel::bind);
    registry.layer("zero_pad3d", ZeroPad3d.class).kernel(RearrangingKernel::bind);
    registry.layer("crop1d", Crop1d.class).kernel(RearrangingKernel::bind);
    registry.layer("crop2d", Crop2d.class).kernel(RearrangingKernel::bind);
    registry.layer("crop3d", Crop3d.class).kernel(RearrangingKernel::bind);
  }
}
