package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Multiplies each feature, or each channel of an image, by a learned gain, and may add a learned
 * bias: {@code y = gain x + bias}. With a small start, a branch begins as nothing beside what it is
 * added to (LayerScale, <a href="https://arxiv.org/abs/2103.17239">Touvron et al. 2021</a>,
 * equation 3, whose lambda is the gain).
 *
 * <p>In and out: {@code [features]}, {@code [steps, features]} or {@code [channels, height,
 * width]}. Parameters: {@code gain [features]} and {@code bias [features]}, or as many as channels.
 */
@Doc("Multiplies each feature, or each channel of an image, by a learned number.")
@Elsewhere({"element_wise_multiplication", "scale"})
@Example(value = "{type: layer_scale}", of = "[10, 32]", makes = "[10, 32]", parameters = 32)
public record LayerScale(
    @Doc("What the learned factors start with.") @Default("1") double start,
    @Doc("Whether a learned number is added to each feature or channel.") @Default("false")
        boolean bias)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    site.numbers();
    Shape input = site.input();
    if (input.rank() > 3) {
      throw new ShapeException(
          "takes features [n], a sequence [steps, n] or an image [channels, height, width], not "
              + input.describe());
    }
    return input;
  }

  /** How many gains there are. */
  static int width(Shape shape) {
    return shape.dim(shape.rank() == 3 ? 0 : -1);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    int width = width(site.input());
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.gain("gain", Affine.GAIN, width).startingWith(start));
    if (bias) {
      parameters.add(Parameter.bias("bias", Affine.BIAS, width));
    }
    return List.copyOf(parameters);
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    Channels channels = site.input().rank() == 3 ? Channels.FIRST : Channels.LAST;
    return new Vertex.Own(
        () -> new Mathematics(channels, new Affine(true, bias)),
        parameters(site),
        site.weightInit());
  }

  /** Its kernel works on copies, on the heap: of its input and of its output. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = shape(site).size();
    return Footprint.of(numbers).keeping(2 * numbers);
  }

  @Override
  public long flops(Site site) {
    return (bias ? 2L : 1L) * site.input().size();
  }

  private static final class Mathematics implements Operation {
    private final Channels channels;
    private final Affine affine;
    private INDArray rows = Nd4j.empty();

    Mathematics(Channels channels, Affine affine) {
      this.channels = channels;
      this.affine = affine;
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      rows = channels.rows(input);
      return channels.shaped(affine.forward(rows, parameters), input.shape());
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray dy = channels.rows(gradient);
      return channels.shaped(affine.backward(rows, dy, parameters), gradient.shape());
    }
  }
}
