package dev.assay.standard.convolution;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/**
 * The largest number of each window of an image, channel by channel. Padding is never the largest.
 *
 * <p>In: an image {@code [channels, height, width]}. Out: {@code [channels, height', width']} with
 * {@code height' = floor((height + 2 padding - kernel) / stride) + 1}, or {@code ceil(height /
 * stride)} where padding is {@code same}.
 */
@Doc("The largest number of each window of an image, channel by channel.")
@Elsewhere("max_pooling2d")
@Example(value = "{type: max_pool2d, kernel: 2}", of = "[6, 28, 28]", makes = "[6, 14, 14]")
@Example(
    value = "{type: max_pool2d, kernel: 3, stride: 2, padding: 1}",
    of = "[6, 28, 28]",
    makes = "[6, 14, 14]")
public record MaxPool2d(
    @Doc(value = "Height and width of the window; one number for both.", unit = "pixels")
        @Size(min = 1, max = 2)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; as far as it is wide if left out.", unit = "pixels")
        @Size(max = 2)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "How far windows reach beyond each side, at most half of the window;"
                    + " `same` for as many as make `ceil(size / stride)` places; one for both directions.",
            unit = "pixels")
        @Default("0")
        @Size(min = 1, max = 2)
        List<Margin> padding)
    implements Pooled, WindowKeys {

  @Override
  public PoolingWindow.Kind kind() {
    return PoolingWindow.Kind.LARGEST;
  }

  @Override
  public int axes() {
    return 2;
  }

  @Override
  public Vertex vertex(Site site) {
    return Subsampling.of(this, PoolingType.MAX, site);
  }
}
