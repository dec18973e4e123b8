package dev.assay.standard.convolution;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of each window of a sequence, feature by feature.
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps', features]} with {@code steps' =
 * floor((steps + 2 padding - kernel) / stride) + 1}.
 */
@Doc("The mean of each window of a sequence, feature by feature.")
public record AvgPool1d(
    @Doc(value = "Length of the window.", unit = "steps") @Positive int kernel,
    @Doc(value = "How far the window moves; as far as it is long if left out.", unit = "steps")
        @Positive
        @Nullable Integer stride,
    @Doc(value = "Zeros added on each side, at most half of the window.", unit = "steps")
        @Default("0")
        @PositiveOrZero
        int padding,
    @Doc("Whether these zeros count in the mean, as they do in PyTorch unless told otherwise.")
        @Default("true")
        boolean countPadding)
    implements Pooled {

  @Override
  public PoolingWindow.Kind kind() {
    return PoolingWindow.Kind.mean(countPadding);
  }

  @Override
  public Grid grid(Site site) {
    return Grid.of(site, 1);
  }

  @Override
  public List<Integer> kernel(Grid grid) {
    return List.of(kernel);
  }

  @Override
  public List<Integer> stride(Grid grid) {
    return List.of(stride == null ? kernel : stride);
  }

  @Override
  public List<Integer> beyond(Grid grid) {
    return List.of(padding);
  }
}
