package dev.assay.standard.convolution;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Composite;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.standard.activations.Identity;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A convolution in two steps (<a href="https://arxiv.org/abs/1610.02357">Chollet 2017</a>, section
 * 1): a {@link DepthwiseConv2d} without bias or activation, whose windows see one channel each, and
 * a {@link Conv2d} of single pixels, whose filters see all of them.
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [filters, height', width']}, as large as
 * the depthwise convolution makes it. Named {@code s}, its layers are {@code s.depthwise} and
 * {@code s}.
 */
@Doc("A depthwise convolution, and a convolution of single pixels that mixes its channels.")
@Elsewhere({"separable_convolution2d", "depthwise_separable_conv2d"})
@Example(
    value = "{type: separable_conv2d, filters: 16, kernel: 3}",
    of = "[6, 28, 28]",
    makes = "[16, 26, 26]",
    parameters = 166)
public record SeparableConv2d(
    @Doc("Output channels.") @Positive int filters,
    @Doc("How many filters each input channel has in the first step.") @Default("1") @Positive
        int multiplier,
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
    @Doc("How the weights of both steps start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Composite {

  @Override
  public Map<String, Layer> layers(Site site) {
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put(
        "depthwise",
        new DepthwiseConv2d(
            multiplier, kernel, stride, padding, dilation, new Identity(), false, weightInit));
    parts.put("", pixels());
    return parts;
  }

  private Conv2d pixels() {
    List<Integer> one = List.of(1);
    List<Margin> none = List.of(Margin.NONE);
    return new Conv2d(filters, one, List.of(), one, none, one, 1, activation, bias, weightInit);
  }
}
