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
 * The mean of each window of a sequence, feature by feature.
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps', features]} with {@code steps' =
 * floor((steps + 2 padding - kernel) / stride) + 1}, or {@code ceil(steps / stride)} where padding
 * is {@code same}.
 */
@Doc("The mean of each window of a sequence, feature by feature.")
@Elsewhere("average_pooling1d")
@Example(value = "{type: avg_pool1d, kernel: 2}", of = "[10, 32]", makes = "[5, 32]")
public record AvgPool1d(
    @Doc(value = "Length of the window.", unit = "steps") @Size(min = 1, max = 1)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; as far as it is long if left out.", unit = "steps")
        @Size(max = 1)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "Zeros added on each side, at most half of the window;"
                    + " `same` for as many as make `ceil(size / stride)` places.",
            unit = "steps")
        @Default("0")
        @Size(min = 1, max = 1)
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
    return 1;
  }
}
