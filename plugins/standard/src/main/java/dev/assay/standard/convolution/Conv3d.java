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
 * Slides windows over a volume and takes, at each place, a weighted sum for each filter.
 *
 * <p>In: {@code [channels, depth, height, width]}. Out: {@code [filters, depth', height', width']}
 * with {@code depth' = floor((depth + 2 padding - dilation (kernel - 1) - 1) / stride) + 1}, and so
 * on. Parameters: {@code bias [filters]}, {@code weight [filters, channels / groups, kernel depth,
 * kernel height, kernel width]}.
 *
 * <p>Not DL4J's Convolution3D, which takes the stride of another axis for the width.
 */
@Doc("Slides windows over a volume and takes, at each place, a weighted sum for each filter.")
@Example(
    value = "{type: conv3d, filters: 6, kernel: 3}",
    of = "[1, 8, 28, 28]",
    makes = "[6, 6, 26, 26]",
    parameters = 168)
public record Conv3d(
    @Doc("Output channels.") @Positive int filters,
    @Doc(value = "Depth, height and width of the window; one number for all.", unit = "points")
        @Size(min = 1, max = 3)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; one number for all directions.", unit = "points")
        @Default("1")
        @Size(min = 1, max = 3)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "Zeros added on each side, or `same` for as many as make `ceil(size / stride)`"
                    + " places; one for all directions.",
            unit = "points")
        @Default("0")
        @Size(min = 1, max = 3)
        List<Margin> padding,
    @Doc(
            value = "How far the points of a window lie apart; one number for all directions.",
            unit = "points")
        @Default("1")
        @Size(min = 1, max = 3)
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
    implements Convolving {

  @Override
  public int axes() {
    return 3;
  }

  @Override
  public Windows windows(Site site) {
    return Windows.on(Grid.of(site, axes()), filters, groups, kernel, stride, padding, dilation);
  }
}
