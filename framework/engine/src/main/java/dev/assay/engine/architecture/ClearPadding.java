package dev.assay.engine.architecture;

import dev.assay.engine.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Sets the steps that only fill a sequence up to zero. A layer that wants it so is given it by the
 * planner; where nothing is padded it changes nothing. In and out: any shape whose first axis is
 * that of the steps.
 */
public record ClearPadding() implements Layer {

  @Override
  public Shape shape(Site site) {
    site.input();
    return site.numbers().get(0);
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Cleared::new, List.of(), site.weightInit());
  }

  private static final class Cleared implements Operation {
    private int @Nullable [] lengths;

    @Override
    public void lengths(List<int @Nullable []> given) {
      lengths = given.get(0);
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      INDArray cleared = input.dup('c');
      for (int row = 0; lengths != null && row < lengths.length; row++) {
        if (lengths[row] < input.size(1)) {
          cleared
              .get(NDArrayIndex.point(row), NDArrayIndex.interval(lengths[row], input.size(1)))
              .assign(0);
        }
      }
      return cleared;
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      return forward(gradient, parameters, true);
    }
  }
}
