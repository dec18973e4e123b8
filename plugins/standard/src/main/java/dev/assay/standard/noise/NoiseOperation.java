package dev.assay.standard.noise;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Vertex.Source;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.noise.Noise.Drawn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The mathematics of a {@link Noise}: {@code y = factor x + shift}. Each training step draws. */
final class NoiseOperation implements Operation {

  private final Noise layer;
  private final Shape shape;
  private final Source source;
  private long steps;
  private Moment moment = new Moment(0, 1, 1);
  private @Nullable INDArray factors;

  NoiseOperation(Noise layer, Shape shape, Source source) {
    this.layer = layer;
    this.shape = shape;
    this.source = source;
  }

  @Override
  public void at(Moment now) {
    moment = now;
  }

  @Override
  public INDArray forward(INDArray input, Parameters parameters, boolean training) {
    if (!training) {
      return input.dup();
    }
    int count = Math.toIntExact(input.length());
    Drawn drawn = new Drawn(new double[count], new double[count]);
    layer.draw(Chance.of(source.seed(), source.place(), ++steps), moment, shape, 0, drawn);
    INDArray factor = array(drawn.factors(), input);
    factors = factor;
    return input.mul(factor).addi(array(drawn.shifts(), input));
  }

  private static INDArray array(double[] numbers, INDArray like) {
    return Nd4j.create(numbers, like.shape(), 'c').castTo(like.dataType());
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    return gradient.mul(Objects.requireNonNull(factors));
  }
}
