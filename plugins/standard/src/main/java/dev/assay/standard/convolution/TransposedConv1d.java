package dev.assay.standard.convolution;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Places;
import dev.assay.engine.architecture.Site;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution the other way round, which makes sequences longer: each step adds a window of each
 * filter, weighted by itself, to the output (<a href="https://arxiv.org/abs/1603.07285">Dumoulin
 * and Visin 2016</a>, chapter 4).
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps', filters]} with {@code steps' = (steps - 1)
 * stride - 2 padding + dilation (kernel - 1) + 1 + output padding}. With {@code padding: same},
 * {@code steps' = steps stride}. Parameters: {@code bias [filters]}, {@code weight [features,
 * filters / groups, kernel]}.
 */
@Doc("A convolution the other way round, which makes sequences longer.")
@Elsewhere({"conv_transpose1d", "conv1d_transpose", "deconvolution1d"})
@Example(
    value = "{type: transposed_conv1d, filters: 16, kernel: 2, stride: 2}",
    of = "[10, 32]",
    makes = "[20, 16]",
    parameters = 1040)
@Consistent
public record TransposedConv1d(
    @Doc("Output channels.") @Positive int filters,
    @Doc(value = "Length of the window.", unit = "steps") @Size(min = 1, max = 1)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves for each step.", unit = "steps")
        @Default("1")
        @Size(min = 1, max = 1)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "How much of the output is cut off on each side, or `same` for as much as leaves"
                    + " `size * stride` of it.",
            unit = "steps")
        @Default("0")
        @Size(min = 1, max = 1)
        List<Margin> padding,
    @Doc(
            value = "Steps that the output has more, at the end; fewer than" + " the stride.",
            unit = "steps")
        @Default("0")
        @Size(min = 1, max = 1)
        List<@PositiveOrZero Integer> outputPadding,
    @Doc(value = "How far the steps of a window lie apart.", unit = "steps")
        @Default("1")
        @Size(min = 1, max = 1)
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
    return 1;
  }

  /** Steps behind a sequence's end add nothing to the output. */
  @Override
  public Padding padding(Site site) {
    return Padding.ZEROED;
  }

  @Override
  public Places places(Site site) {
    Windows windows = windows(site);
    return windows.placesAcross(extra(windows).get(0));
  }
}
