package dev.assay.standard.convolution;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.ExactlyOneOf;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.jspecify.annotations.Nullable;

/**
 * Slides windows over an image and takes, at each place, a weighted sum for each filter
 * (cross-correlation, as everywhere in deep learning).
 *
 * <p>In: an image {@code [channels, height, width]}. Out: {@code [filters, height', width']} with
 * {@code height' = floor((height + 2 padding - dilation (kernel - 1) - 1) / stride) + 1}. Given
 * {@code height'} instead of the kernel, it has {@code kernel = (height + 2 padding - stride
 * (height' - 1) - 1) / dilation + 1}. Parameters: {@code bias [filters]}, {@code weight [filters,
 * channels / groups, kernel height, kernel width]}.
 */
@Doc("Slides windows over an image and takes, at each place, a weighted sum for each filter.")
@Consistent
@Example(
    value = "{type: conv2d, filters: 6, kernel: 5}",
    of = "[1, 28, 28]",
    makes = "[6, 24, 24]",
    parameters = 156)
@Example(
    value = "{type: conv2d, filters: 16, kernel: 3, stride: 2, padding: same}",
    of = "[6, 28, 28]",
    makes = "[16, 14, 14]",
    parameters = 880)
@ExactlyOneOf({"kernel", "outputSize"})
public record Conv2d(
    @Doc("Output channels.") @Positive int filters,
    @Doc(value = "Height and width of the window; one number for both.", unit = "pixels")
        @Size(max = 2)
        List<@Positive Integer> kernel,
    @Doc(
            value = "Height and width of the output, instead of `kernel`; one number for both.",
            unit = "pixels")
        @Size(max = 2)
        List<@Positive Integer> outputSize,
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
    implements Convolving, CrossField {

  @Override
  public int axes() {
    return 2;
  }

  @Override
  public List<Clash> clashes() {
    return kernel.isEmpty() && padding.stream().anyMatch(Margin::isSame)
        ? List.of(
            new Clash("padding", "`same` says how large the output is, as `output_size` does"))
        : List.of();
  }

  /** DL4J's own where it has it: its convolution knows no groups, and pads both sides alike. */
  @Override
  public Vertex vertex(Site site) {
    Windows windows = windows(site);
    if (groups > 1 || !windows.padding().equals(windows.behind())) {
      return Convolving.super.vertex(site);
    }
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    return Vertex.of(
        new ConvolutionLayer.Builder(Windows.ints(windows.kernel()))
            .stride(Windows.ints(windows.stride()))
            .padding(Windows.ints(windows.padding()))
            .dilation(Windows.ints(windows.dilation()))
            .convolutionMode(ConvolutionMode.Truncate)
            .nIn(Grid.of(site, axes()).channels())
            .nOut(filters)
            .hasBias(bias)
            .activation(activation.function())
            .weightInit(initializer.function())
            .build());
  }

  @Override
  public Windows windows(Site site) {
    List<Integer> given = kernel.isEmpty() ? List.of(1) : kernel;
    Windows windows =
        Windows.on(Grid.of(site, axes()), filters, groups, given, stride, padding, dilation);
    return kernel.isEmpty()
        ? windows.making(Grid.each(outputSize, axes()), Grid.of(site, axes()))
        : windows;
  }
}
