package dev.assay.standard.convolution;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The mean of each window of a volume, channel by channel.
 *
 * <p>In: a volume {@code [channels, depth, height, width]}. Out: {@code [channels, depth', height',
 * width']} with {@code depth' = floor((depth + 2 padding - kernel) / stride) + 1}, or {@code
 * ceil(depth / stride)} where padding is {@code same}.
 */
@Doc("The mean of each window of a volume, channel by channel.")
@Elsewhere("average_pooling3d")
@Example(value = "{type: avg_pool3d, kernel: 2}", of = "[6, 8, 28, 28]", makes = "[6, 4, 14, 14]")
public record AvgPool3d(
    @Doc(value = "Depth, height and width of the window; one number for all.", unit = "points")
        @Size(min = 1, max = 3)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; as far as it is wide if left out.", unit = "points")
        @Size(max = 3)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "Zeros added on each side, at most half of the window;"
                    + " `same` for as many as make `ceil(size / stride)` places; one for all directions.",
            unit = "points")
        @Default("0")
        @Size(min = 1, max = 3)
        List<Margin> padding,
    @Doc("Whether these zeros count in the mean, as they do in PyTorch unless told otherwise.")
        @Default("true")
        boolean countPadding)
    implements Pooled, WindowKeys {

  @Override
  public PoolingWindow.Kind kind() {
    return PoolingWindow.Kind.mean(countPadding);
  }

  @Override
  public int axes() {
    return 3;
  }
}
