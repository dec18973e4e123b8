package dev.assay.standard.convolution;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of each window of a sequence, feature by feature.
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps', features]} with {@code steps' =
 * floor((steps - kernel) / stride) + 1}.
 */
@Doc("The mean of each window of a sequence, feature by feature.")
public record AvgPool1d(
    @Doc(value = "Length of the window.", unit = "steps") @Positive int kernel,
    @Doc(value = "How far the window moves; as far as it is long if left out.", unit = "steps")
        @Positive
        @Nullable Integer stride)
    implements Pooled {

  @Override
  public PoolingWindow.Kind kind() {
    return PoolingWindow.Kind.MEAN;
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
}
