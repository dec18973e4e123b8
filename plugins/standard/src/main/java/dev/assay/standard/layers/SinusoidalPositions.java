package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Adds waves to the features of a sequence, so that steps can be told apart without anything being
 * learned (<a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017</a>, section 3.5, whose
 * d_model are the features): to the features 2i and 2i + 1 of step t
 *
 * <pre>
 * sin(t / base^(2i / features))      and      cos(t / base^(2i / features))
 * </pre>
 *
 * <p>In and out: {@code [steps, features]}.
 */
@Doc("Adds sine waves to the steps of a sequence, so that they can be told apart.")
@Elsewhere("positional_encoding")
@Example(value = "{type: sinusoidal_positions}", of = "[10, 32]", makes = "[10, 32]")
public record SinusoidalPositions(
    @Doc("The slowest wave is almost as many times as long as the fastest.")
        @Default("10000")
        @Positive
        double base)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.sequence();
  }

  @Override
  public Padding padding(Site site) {
    return Padding.KEPT;
  }

  @Override
  public Reach reach() {
    return Reach.PAST;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Shift::new, List.of(), site.weightInit());
  }

  @Override
  public long flops(Site site) {
    return site.input().size();
  }

  /** What is added, step by step, from one on. */
  double[] waves(int first, int steps, int features) {
    double[] waves = new double[steps * features];
    for (int i = 0; i < waves.length; i++) {
      int feature = i % features;
      int step = first + i / features;
      double angle = step / Math.pow(base, (double) (feature - feature % 2) / features);
      waves[i] = feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
    }
    return waves;
  }

  private final class Shift implements Operation {

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      int steps = (int) input.size(1);
      int features = (int) input.size(2);
      INDArray waves =
          Nd4j.create(waves(0, steps, features), new long[] {1, steps, features}, 'c')
              .castTo(input.dataType());
      return input.add(waves);
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      return gradient;
    }
  }
}
