package dev.assay.standard.noise;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * x, and a slope times x where that is negative, which is drawn for each number and training step
 * from those between two limits, and is their mean afterwards (<a
 * href="https://arxiv.org/abs/1505.00853">Xu et al. 2015</a>, section 2.4, whose 1/a is the slope).
 *
 * <p>In and out: any shape of numbers. DL4J has it, too, but takes its derivative to be 1
 * everywhere.
 */
@Doc(
    "x, and where that is negative a slope times x that is drawn anew for each number while"
        + " training, and is the mean of its limits afterwards.")
@Elsewhere({"rrelu", "r_re_lu"})
@Consistent
@Example(value = "{type: randomized_relu}", of = "[20]", makes = "[20]")
public record RandomizedRelu(
    @Doc("The smallest slope.") @Default("0.125") double lower,
    @Doc("The largest slope.") @Default("0.3333333333333333") double upper)
    implements Layer, CrossField {

  @Override
  public List<Clash> clashes() {
    return lower <= upper
        ? List.of()
        : List.of(
            new Clash(
                "lower",
                "`lower` is at most `upper`, and %s is more than %s".formatted(lower, upper)));
  }

  @Override
  public Shape shape(Site site) {
    site.numbers();
    return site.input();
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Chancy(source -> new Mathematics(this, source));
  }

  @Override
  public long flops(Site site) {
    return site.input().size();
  }

  /** It keeps the numbers and what they are multiplied by. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = site.input().size();
    return Footprint.of(numbers).keeping(2 * numbers);
  }

  /**
   * What a number is multiplied by in a training step.
   *
   * @param place of the number in the whole batch
   */
  double drawn(double x, Chance chance, long place) {
    return x < 0 ? lower + (upper - lower) * chance.uniform(place) : 1;
  }

  /** What a number is multiplied by after training. */
  double settled(double x) {
    return x < 0 ? (lower + upper) / 2 : 1;
  }

  private static final class Mathematics implements Operation {
    private final RandomizedRelu layer;
    private final Vertex.Source source;
    private long steps;
    private INDArray factors = Nd4j.empty();

    Mathematics(RandomizedRelu layer, Vertex.Source source) {
      this.layer = layer;
      this.source = source;
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      steps += training ? 1 : 0;
      Chance chance = Chance.of(source.seed(), source.place(), steps);
      double[] numbers = input.dup('c').reshape(input.length()).toDoubleVector();
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = training ? layer.drawn(numbers[i], chance, i) : layer.settled(numbers[i]);
      }
      factors = Nd4j.create(numbers, input.shape(), 'c').castTo(input.dataType());
      return input.mul(factors);
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      return gradient.mul(factors);
    }
  }
}
