package dev.assay.standard.convolution;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Initializer;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slides windows over an image and takes, at each place, a weighted sum for each of the filters of
 * that place (<a href="https://doi.org/10.1109/CVPR.2014.220">Taigman et al. 2014</a>, section 3),
 * where a convolution has the same filters everywhere.
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [filters, height', width']} with {@code
 * height' = floor((height + 2 padding - dilation (kernel - 1) - 1) / stride) + 1}. Parameters:
 * {@code bias} of the output's size and {@code weight [height' width' filters, channels, kernel
 * height, kernel width]}, one place after the other.
 *
 * <p>Not DL4J's, whose gradients are twice what they should be.
 */
@Doc("Slides windows over an image whose weights are other ones at each place.")
@Elsewhere("local2d")
@Example(
    value = "{type: locally_connected2d, filters: 6, kernel: 5}",
    of = "[1, 28, 28]",
    makes = "[6, 24, 24]",
    parameters = 89856)
public record LocallyConnected2d(
    @Doc("Output channels.") @Positive int filters,
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
    @Doc("Whether a learned number is added to each output.") @Default("true") boolean bias,
    @Doc("How the weights of each place start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements LocallyConnected {

  @Override
  public int axes() {
    return 2;
  }
}
