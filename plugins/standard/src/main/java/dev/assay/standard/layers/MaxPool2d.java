package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/**
 * The largest number of each window of an image, channel by channel.
 *
 * <p>In: an image {@code [channels, height, width]}. Out: {@code [channels, height', width']} with
 * {@code height' = floor((height - kernel) / stride) + 1}.
 */
@Doc("The largest number of each window of an image, channel by channel.")
public record MaxPool2d(
    @Doc(value = "Height and width of the window; one number for both.", unit = "pixels")
        @Size(min = 1, max = 2)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; as far as it is wide if left out.", unit = "pixels")
        @Size(max = 2)
        List<@Positive Integer> stride)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return pooling().shape(site);
  }

  @Override
  public Vertex vertex(Site site) {
    return pooling().vertex(PoolingType.MAX);
  }

  @Override
  public long flops(Site site) {
    return pooling().flops(site);
  }

  /** Training marks, in a byte, which number of each window was the largest. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = ChannelBlocks.numbers(shape(site));
    return Footprint.of(numbers).keeping(numbers / Float.BYTES);
  }

  Pooling pooling() {
    return new Pooling(Extent.of(kernel), Extent.of(stride.isEmpty() ? kernel : stride));
  }
}
