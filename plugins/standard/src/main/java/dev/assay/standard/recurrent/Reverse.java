package dev.assay.standard.recurrent;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The steps of a sequence in the opposite order; what fills it up stays behind them. In and out:
 * {@code [steps, features]}.
 */
@Doc("The steps of a sequence in the opposite order.")
@Elsewhere({"reverse_time_series", "flip"})
@Example(value = "{type: reverse}", of = "[10, 32]", makes = "[10, 32]")
public record Reverse() implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.sequence();
  }

  @Override
  public Padding padding(Site site) {
    return Padding.KEPT;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Turn::new, List.of(), site.weightInit());
  }

  private static final class Turn implements Operation {
    private int @Nullable [] lengths;

    @Override
    public void lengths(List<int @Nullable []> given) {
      lengths = given.get(0);
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      INDArray turned = Sequences.like(input, input.size(2));
      for (int row = 0; row < input.size(0); row++) {
        long steps = lengths == null ? input.size(1) : lengths[row];
        for (long t = 0; t < input.size(1); t++) {
          long to = t < steps ? steps - 1 - t : t;
          turned.get(point(row), point(to), all()).assign(input.get(point(row), point(t), all()));
        }
      }
      return turned;
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      return forward(gradient, parameters, true);
    }
  }
}
