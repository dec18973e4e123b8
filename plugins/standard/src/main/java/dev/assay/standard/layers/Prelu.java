package dev.assay.standard.layers;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
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
 * <p>In and out: any shape of numbers. Parameter: {@code slope [channels]} of an image, {@code
 * slope [features]} of features and sequences; else the input's shape without the axes along which
 * slopes are shared, and {@code [1]} if these are all.
 */
@Doc("x, and a learned slope times x where that is negative.")
@Elsewhere({"parametric_relu", "p_relu"})
@Example(value = "{type: prelu}", of = "[6, 28, 28]", makes = "[6, 28, 28]", parameters = 6)
@Consistent
public record Prelu(
    @Doc("How many slopes there are; one for each channel or feature if left out.")
        @Nullable Slopes slopes,
    @Doc(
            "Instead of `slopes`: the axes along which they are shared, counted from 0 without the"
                + " batch, or from the end if negative.")
        List<Integer> sharedAxes,
    @Doc("What slopes start with.") @Default("0.25") double start)
    implements Layer, CrossField {

  static final String SLOPE = "a";

  /** How many slopes there are. */
  public enum Slopes {
    @Doc("One for each channel of an image, or each feature.")
    PER_CHANNEL,
    @Doc("One for each number of a sample.")
    PER_NUMBER,
    @Doc("One for all.")
    ONE
  }

  @Override
  public List<Clash> clashes() {
    return slopes == null || sharedAxes.isEmpty()
        ? List.of()
        : List.of(new Clash("sharedAxes", "`slopes` says already which numbers share a slope"));
  }

  @Override
  public Shape shape(Site site) {
    site.numbers();
    Shape input = site.input();
    sharedAxes.forEach(input::axis);
    return input;
  }

  /** The axis of channels; the features of a sequence stand last. */
  private static int channels(Shape input) {
    return input.rank() == 2 ? 1 : 0;
  }

  /** Whether numbers along an axis have slopes of their own. */
  private boolean differ(int axis, Shape input) {
    if (!sharedAxes.isEmpty()) {
      return sharedAxes.stream().noneMatch(shared -> input.axis(shared) == axis);
    }
    return slopes == Slopes.PER_NUMBER || (slopes != Slopes.ONE && axis == channels(input));
  }

  /** The shape of the slopes with all axes of the input, of length 1 where they share one. */
  private int[] spread(Shape input) {
    return IntStream.range(0, input.rank())
        .map(axis -> differ(axis, input) ? input.dim(axis) : 1)
        .toArray();
  }

  /** For each number of a sample, which slope is its own. */
  int[] places(Shape input) {
    int[] spread = spread(input);
    int[] places = new int[input.size()];
    for (int i = 0; i < places.length; i++) {
      int rest = i;
      int stride = 1;
      for (int axis = spread.length - 1; axis >= 0; axis--) {
        places[i] += spread[axis] == 1 ? 0 : rest % input.dim(axis) * stride;
        rest /= input.dim(axis);
        stride *= spread[axis];
      }
    }
    return places;
  }

  @Override
  public List<Parameter> parameters(Site site) {
    Shape input = site.input();
    int[] own =
        IntStream.range(0, input.rank())
            .filter(axis -> differ(axis, input))
            .map(input::dim)
            .toArray();
    int[] dims = own.length == 0 ? new int[] {1} : own;
    return List.of(Parameter.gain("slope", SLOPE, dims).startingWith(start));
  }

  /** A step whose slopes are its own cannot be told from another one when it stands alone. */
  @Override
  public Reach reach() {
    boolean ofStep = sharedAxes.stream().noneMatch(axis -> axis == 0 || axis == -2);
    return slopes == Slopes.PER_NUMBER || (!sharedAxes.isEmpty() && ofStep)
        ? Reach.ALL
        : Reach.STEP;
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
