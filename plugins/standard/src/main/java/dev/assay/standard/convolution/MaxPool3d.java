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
 * The largest number of each window of a volume, channel by channel. Padding is never the largest.
 *
 * <p>In: a volume {@code [channels, depth, height, width]}. Out: {@code [channels, depth', height',
 * width']} with {@code depth' = floor((depth + 2 padding - kernel) / stride) + 1}, or {@code
 * ceil(depth / stride)} where padding is {@code same}.
 */
@Doc("The largest number of each window of a volume, channel by channel.")
@Elsewhere("max_pooling3d")
@Example(value = "{type: max_pool3d, kernel: 2}", of = "[6, 8, 28, 28]", makes = "[6, 4, 14, 14]")
public record MaxPool3d(
    @Doc(value = "Depth, height and width of the window; one number for all.", unit = "points")
        @Size(min = 1, max = 3)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; as far as it is wide if left out.", unit = "points")
        @Size(max = 3)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "How far windows reach beyond each side, at most half of the window;"
                    + " `same` for as many as make `ceil(size / stride)` places; one for all directions.",
            unit = "points")
        @Default("0")
        @Size(min = 1, max = 3)
        List<Margin> padding)
    implements Pooled, WindowKeys {

  @Override
  public PoolingWindow.Kind kind() {
    return PoolingWindow.Kind.LARGEST;
  }

  @Override
  public int axes() {
    return 3;
  }
}
