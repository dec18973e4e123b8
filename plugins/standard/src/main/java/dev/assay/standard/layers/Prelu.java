package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.graph.Axis;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * x, and a learned slope times x where that is negative (<a
 * href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>, equation 1, whose a is the slope; it
 * starts with the 0.25 of their section 2.1, where they also say why it does not decay).
 *
 * <p>In and out: any shape of numbers. Parameters: {@code slope}, of those axes of the input that
 * do not share one: {@code [channels]} or {@code [features]}, unless {@code shared_axes} says
 * otherwise; {@code [1]} if all do.
 */
@Doc("x, and a learned slope times x where that is negative.")
@Elsewhere({"parametric_relu", "p_relu"})
public record Prelu(
    @Doc(
            "The axes all along which the slope is the same, counted from 0 without the batch, or"
                + " from the end if negative; all but that of channels or features if left out, and"
                + " none if empty.")
        @Nullable List<Integer> sharedAxes,
    @Doc("What slopes start with.") @Default("0.25") double start)
    implements Layer {

  static final String SLOPE = "a";

  @Override
  public Shape shape(Site site) {
    site.numbers();
    shared(site.input());
    return site.input();
  }

  private List<Integer> shared(Shape input) {
    if (sharedAxes != null) {
      return sharedAxes.stream().map(axis -> Axis.of(axis, input)).toList();
    }
    int channels = input.rank() == 2 ? 1 : 0; // the features of a sequence stand last
    return IntStream.range(0, input.rank()).filter(axis -> axis != channels).boxed().toList();
  }

  /** The shape of the slopes with all axes of the input, those shared of length 1. */
  int[] spread(Shape input) {
    List<Integer> shared = shared(input);
    return IntStream.range(0, input.rank())
        .map(axis -> shared.contains(axis) ? 1 : input.dim(axis))
        .toArray();
  }

  @Override
  public List<Parameter> parameters(Site site) {
    Shape input = site.input();
    List<Integer> shared = shared(input);
    List<Integer> own =
        IntStream.range(0, input.rank())
            .filter(axis -> !shared.contains(axis))
            .mapToObj(input::dim)
            .toList();
    Parameter.Storage storage = new Parameter.Storage(SLOPE, 0, 0);
    return List.of(
        new Parameter("slope", own.isEmpty() ? List.of(1) : own, Role.GAIN, storage, start));
  }

  /** A step whose slopes are its own cannot be told from another one when it stands alone. */
  @Override
  public Reach reach() {
    return sharedAxes == null ? Reach.STEP : Reach.ALL;
  }

  @Override
  public Padding padding(Site site) {
    return Padding.KEPT;
  }

  @Override
  public Vertex vertex(Site site) {
    int[] spread = spread(site.input());
    return new Vertex.Own(() -> new Mathematics(spread), parameters(site), site.weightInit());
  }

  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(shape(site).size()).with(Images.AS_GIVEN);
  }

  @Override
  public long flops(Site site) {
    return site.input().size();
  }

  private static final class Mathematics implements Operation {
    private final long[] shape;
    private final int[] summed;
    private INDArray input = Nd4j.empty();

    /**
     * @param spread the shape of the slopes, with all axes of the input
     */
    Mathematics(int[] spread) {
      this.shape = IntStream.concat(IntStream.of(1), IntStream.of(spread)).asLongStream().toArray();
      this.summed = IntStream.range(0, shape.length).filter(axis -> shape[axis] == 1).toArray();
    }

    @Override
    public INDArray forward(INDArray given, Parameters parameters, boolean training) {
      input = given;
      return given.mul(factors(parameters));
    }

    /** {@code dslope} is the sum of {@code dy x} where x is negative. */
    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray bySlope = gradient.mul(input).muli(negative()).sum(true, summed);
      INDArray slope = parameters.gradient(SLOPE);
      slope.assign(bySlope.reshape('c', slope.shape()));
      return gradient.mul(factors(parameters));
    }

    /** 1, or the slope where x is negative. */
    private INDArray factors(Parameters parameters) {
      INDArray negative = negative();
      INDArray slope = parameters.value(SLOPE).dup('c').reshape('c', shape);
      return negative.mul(slope.sub(1)).addi(1);
    }

    private INDArray negative() {
      return input.lt(0).castTo(input.dataType());
    }
  }
}
