package dev.assay.standard.convolution;

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
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slides windows over a sequence and takes, at each place, a weighted sum for each of the filters
 * of that place (<a href="https://doi.org/10.1109/CVPR.2014.220">Taigman et al. 2014</a>, section
 * 3), where a convolution has the same filters everywhere.
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps', filters]} with {@code steps' =
 * floor((steps + 2 padding - dilation (kernel - 1) - 1) / stride) + 1}. Parameters: {@code bias} of
 * the output's size and {@code weight [steps' filters, features, kernel]}, one place after the
 * other.
 *
 * <p>Not DL4J's, whose gradients are twice what they should be.
 */
@Doc("Slides windows over a sequence whose weights are other ones at each place.")
@Elsewhere("local1d")
@Example(
    value = "{type: locally_connected1d, filters: 16, kernel: 3}",
    of = "[10, 32]",
    makes = "[8, 16]",
    parameters = 12416)
public record LocallyConnected1d(
    @Doc("Output channels.") @Positive int filters,
    @Doc(value = "Length of the window.", unit = "steps") @Size(min = 1, max = 1)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves.", unit = "steps") @Default("1") @Size(min = 1, max = 1)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "Zeros added on each side, or `same` for as many as make `ceil(size / stride)`"
                    + " places.",
            unit = "steps")
        @Default("0")
        @Size(min = 1, max = 1)
        List<Margin> padding,
    @Doc(value = "How far the steps of a window lie apart.", unit = "steps")
        @Default("1")
        @Size(min = 1, max = 1)
        List<@Positive Integer> dilation,
    @Doc("What is done to each output.") @Default("identity") Activation activation,
    @Doc("Whether a learned number is added to each output.") @Default("true") boolean bias,
    @Doc("How the weights of each place start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements LocallyConnected {

  @Override
  public int axes() {
    return 1;
  }

  /** Steps behind a sequence's end are zeros, as those beyond the padding are. */
  @Override
  public Padding padding(Site site) {
    return Margin.fixed(padding, stride) ? Padding.ZEROED : Padding.UNKNOWN;
  }

  @Override
  public Places places(Site site) {
    return windows(site).places();
  }
}
