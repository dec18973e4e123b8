package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
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
 * {@code height' = floor((height + 2 padding - dilation (kernel - 1) - 1) / stride) + 1}.
 * Parameters: {@code bias [filters]}, {@code weight [filters, channels, kernel height, kernel
 * width]}.
 */
@Doc("Slides windows over an image and takes, at each place, a weighted sum for each filter.")
public record Conv2d(
    @Doc("Output channels.") @Positive int filters,
    @Doc(value = "Height and width of the window; one number for both.", unit = "pixels")
        @Size(min = 1, max = 2)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; one number for both directions.", unit = "pixels")
        @Default("1")
        @Size(min = 1, max = 2)
        List<@Positive Integer> stride,
    @Doc(value = "Zeros added on each side; one number for both directions.", unit = "pixels")
        @Default("0")
        @Size(min = 1, max = 2)
        List<@PositiveOrZero Integer> padding,
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
    implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape image = site.image();
    Extent positions =
        Extent.positions(
            new Extent(image.dim(1), image.dim(2)),
            Extent.of(kernel).spread(Extent.of(dilation)),
            Extent.of(stride),
            Extent.of(padding));
    return Shape.of(filters, positions.height(), positions.width());
  }

  @Override
  public List<Parameter> parameters(Site site) {
    Extent window = Extent.of(kernel);
    Parameter weight =
        Parameter.weight(
            "weight", "W", filters, site.input().dim(0), window.height(), window.width());
    return bias ? List.of(Parameter.bias("bias", "b", filters), weight) : List.of(weight);
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    return Vertex.of(
        new ConvolutionLayer.Builder(Extent.of(kernel).array())
            .stride(Extent.of(stride).array())
            .padding(Extent.of(padding).array())
            .dilation(Extent.of(dilation).array())
            .convolutionMode(ConvolutionMode.Truncate)
            .nIn(site.input().dim(0))
            .nOut(filters)
            .hasBias(bias)
            .activation(activation.function())
            .weightInit(initializer.function())
            .build());
  }

  @Override
  public long flops(Site site) {
    Extent window = Extent.of(kernel);
    return 2L * shape(site).size() * site.input().dim(0) * window.height() * window.width();
  }
}
