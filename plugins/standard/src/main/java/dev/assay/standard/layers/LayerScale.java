package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.loops.LoopCombination;
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
  private static int width(Shape shape) {
    return shape.dim(shape.rank() == 3 ? 0 : -1);
  }

  /** The mathematics, for samples of a shape; its parameters are still 0. */
  Gains gains(Shape shape) {
    int width = width(shape);
    return Gains.of(width, shape.rank() == 3 ? shape.size() / width : 1);
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
    Shape shape = site.input();
    return new Vertex.Own(() -> new Mathematics(this, shape), parameters(site), site.weightInit());
  }

  @Override
  public long flops(Site site) {
    return (bias ? 2L : 1L) * site.input().size();
  }

  private static final class Mathematics implements Operation {
    private final LayerScale layer;
    private final Shape shape;
    private Gains gains;
    private List<INDArray> given = List.of();

    Mathematics(LayerScale layer, Shape shape) {
      this.layer = layer;
      this.shape = shape;
      this.gains = layer.gains(shape);
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      gains = layer.gains(shape);
      read(parameters.value(Affine.GAIN), gains.gains());
      if (layer.bias) {
        read(parameters.value(Affine.BIAS), gains.biases());
      }
      given = List.of(input);
      return new LoopCombination(gains, shape).forward(given);
    }

    private static void read(INDArray from, double[] to) {
      System.arraycopy(from.toDoubleVector(), 0, to, 0, to.length);
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray dx = new LoopCombination(gains, shape).backward(given, gradient).get(0);
      write(gains.products(), parameters.gradient(Affine.GAIN));
      if (layer.bias) {
        write(gains.sums(), parameters.gradient(Affine.BIAS));
      }
      return dx;
    }

    private static void write(double[] from, INDArray to) {
      to.assign(Nd4j.create(from).reshape(to.shape()).castTo(to.dataType()));
    }
  }
}
