package dev.assay.standard.convolution;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Places;
import dev.assay.engine.architecture.Site;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slides windows over the steps of a sequence and takes, at each place, a weighted sum for each
 * filter.
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps', filters]} with {@code steps' =
 * floor((steps + 2 padding - dilation (kernel - 1) - 1) / stride) + 1}. Parameters: {@code bias
 * [filters]}, {@code weight [filters, features / groups, kernel]}.
 */
@Doc("Slides windows over a sequence and takes, at each place, a weighted sum for each filter.")
@Example(
    value = "{type: conv1d, filters: 16, kernel: 3}",
    of = "[10, 32]",
    makes = "[8, 16]",
    parameters = 1552)
public record Conv1d(
    @Doc("Output channels.") @Positive int filters,
    @Doc(value = "Length of the window.", unit = "steps") @Size(min = 1, max = 1)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves.", unit = "steps") @Default("1") @Size(min = 1, max = 1)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "Zeros added on each side; or, for `ceil(steps / stride)` places, as many as it takes:"
                    + " `same` on both sides, `causal` before the start, so that no window sees a"
                    + " later step.",
            unit = "steps")
        @Default("0")
        @Size(min = 1, max = 1)
        List<StepMargin> padding,
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
    implements Convolving {

  @Override
  public int axes() {
    return 1;
  }

  /** Steps behind a sequence's end are zeros, as those beyond the padding are. */
  @Override
  public Padding padding(Site site) {
    return Margin.fixed(margins(), stride) ? Padding.ZEROED : Padding.UNKNOWN;
  }

  @Override
  public Places places(Site site) {
    return windows(site).places();
  }

  @Override
  public Windows windows(Site site) {
    return Windows.on(Grid.of(site, axes()), filters, groups, kernel, stride, margins(), dilation);
  }

  private List<Margin> margins() {
    return padding.stream().map(StepMargin::margin).toList();
  }
}
