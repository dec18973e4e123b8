package dev.assay.standard.convolution;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.kernel.onednn.PoolingWindow;

/**
 * The largest number of each channel of an image, or of each feature of a sequence, wherever it is;
 * steps that only fill a sequence up are left out.
 *
 * <p>In: {@code [channels, height, width]}, {@code [channels, depth, height, width]} or {@code
 * [steps, features]}. Out: {@code [channels]} or {@code [features]}.
 */
@Doc("The largest number of each channel of an image, or of each feature of a sequence.")
@Elsewhere({"global_max_pooling1d", "global_max_pooling2d"})
@Example(value = "{type: global_max_pool}", of = "[16, 5, 5]", makes = "[16]")
@Example(value = "{type: global_max_pool}", of = "[10, 32]", makes = "[32]")
public record GlobalMaxPool() implements Overall {

  @Override
  public PoolingWindow.Kind kind() {
    return PoolingWindow.Kind.LARGEST;
  }
}
