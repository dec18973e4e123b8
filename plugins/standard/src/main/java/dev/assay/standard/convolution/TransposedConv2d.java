package dev.assay.standard.convolution;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Initializer;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution the other way round, which makes images larger: each pixel adds a window of each
 * filter, weighted by itself, to the output (<a href="https://arxiv.org/abs/1603.07285">Dumoulin
 * and Visin 2016</a>, chapter 4).
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [filters, height', width']} with {@code
 * height' = (height - 1) stride - 2 padding + dilation (kernel - 1) + 1 + output padding}. With
 * {@code padding: same}, {@code height' = height stride}. Parameters: {@code bias [filters]},
 * {@code weight [channels, filters / groups, kernel height, kernel width]}.
 */
@Doc("A convolution the other way round, which makes images larger.")
@Elsewhere({"conv_transpose2d", "conv2d_transpose", "deconvolution", "deconvolution2d"})
@Example(
    value = "{type: transposed_conv2d, filters: 6, kernel: 2, stride: 2}",
    of = "[16, 14, 14]",
    makes = "[6, 28, 28]",
    parameters = 390)
@Consistent
public record TransposedConv2d(
    @Doc("Output channels.") @Positive int filters,
    @Doc(value = "Height and width of the window; one number for both.", unit = "pixels")
        @Size(min = 1, max = 2)
        List<@Positive Integer> kernel,
    @Doc(
            value = "How far the window moves for each pixel; one number for both directions.",
            unit = "pixels")
        @Default("1")
        @Size(min = 1, max = 2)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "How much of the output is cut off on each side, or `same` for as much as leaves"
                    + " `size * stride` of it; one number for both directions.",
            unit = "pixels")
        @Default("0")
        @Size(min = 1, max = 2)
        List<Margin> padding,
    @Doc(
            value =
                "Rows and columns that the output has more, below and to the right; fewer than"
                    + " the stride; one number for both directions.",
            unit = "pixels")
        @Default("0")
        @Size(min = 1, max = 2)
        List<@PositiveOrZero Integer> outputPadding,
    @Doc(
            value = "How far the pixels of a window lie apart; one number for both directions.",
            unit = "pixels")
        @Default("1")
        @Size(min = 1, max = 2)
        List<@Positive Integer> dilation,
    @Doc(
            "Into how many groups channels and filters are divided; a filter sees only its own"
                + " group's channels.")
        @Default("1")
        @Positive
        int groups,
    @Doc("What is done to each output.") @Default("identity") Activation activation,
    @Doc("Whether a learned number is added to each output channel.") @Default("true") boolean bias,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Transposed {

  @Override
  public int axes() {
    return 2;
  }
}
