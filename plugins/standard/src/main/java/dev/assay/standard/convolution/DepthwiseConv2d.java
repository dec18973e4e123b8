package dev.assay.standard.convolution;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Site;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution of each channel of an image by filters of its own (<a
 * href="https://arxiv.org/abs/1704.04861">Howard et al. 2017</a>, section 3.1).
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [channels multiplier, height', width']},
 * the filters of a channel side by side. Parameters: {@code bias [channels multiplier]}, {@code
 * weight [channels multiplier, 1, kernel height, kernel width]}.
 */
@Doc("A convolution of each channel of an image by filters of its own.")
@Example(
    value = "{type: depthwise_conv2d, kernel: 3, padding: same}",
    of = "[6, 28, 28]",
    makes = "[6, 28, 28]",
    parameters = 60)
public record DepthwiseConv2d(
    @Doc("How many filters each channel has.") @Default("1") @Positive int multiplier,
    @Doc(value = "Height and width of the window; one number for both.", unit = "pixels")
        @Size(min = 1, max = 2)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; one number for both directions.", unit = "pixels")
        @Default("1")
        @Size(min = 1, max = 2)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "Zeros added on each side, or `same` for as many as make `ceil(size / stride)`"
                    + " places; one for both directions.",
            unit = "pixels")
        @Default("0")
        @Size(min = 1, max = 2)
        List<Margin> padding,
    @Doc(
            value = "How far the pixels of a window lie apart; one number for both directions.",
            unit = "pixels")
        @Default("1")
        @Size(min = 1, max = 2)
        List<@Positive Integer> dilation,
    @Doc("What is done to each output.") @Default("identity") Activation activation,
    @Doc("Whether a learned number is added to each output channel.") @Default("true") boolean bias,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Convolving {

  @Override
  public int axes() {
    return 2;
  }

  @Override
  public Windows windows(Site site) {
    int channels = Grid.of(site, axes()).channels();
    int filters = Math.multiplyExact(multiplier, channels);
    return Windows.on(Grid.of(site, axes()), filters, channels, kernel, stride, padding, dilation);
  }
}
