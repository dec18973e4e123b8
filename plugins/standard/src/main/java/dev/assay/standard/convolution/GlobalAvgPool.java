package dev.assay.standard.convolution;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.kernel.onednn.PoolingWindow;

/**
 * The mean of each channel of an image over all its pixels, or of each feature of a sequence over
 * its steps, without those that only fill it up (<a href="https://arxiv.org/abs/1312.4400">Lin et
 * al. 2014</a>, section 3.2), so that it does not matter where something is.
 *
 * <p>In: {@code [channels, height, width]}, {@code [channels, depth, height, width]} or {@code
 * [steps, features]}. Out: {@code [channels]} or {@code [features]}.
 */
@Doc("The mean of each channel of an image, or of each feature of a sequence over its own steps.")
@Elsewhere({"global_average_pooling1d", "global_average_pooling2d", "gap"})
@Example(value = "{type: global_avg_pool}", of = "[16, 5, 5]", makes = "[16]")
@Example(value = "{type: global_avg_pool}", of = "[10, 32]", makes = "[32]")
public record GlobalAvgPool() implements Overall {

  @Override
  public PoolingWindow.Kind kind() {
    return PoolingWindow.Kind.MEAN;
  }
}
