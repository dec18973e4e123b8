package dev.assay.standard.initializers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What comes in goes out: a matrix {@code [in, out]} has ones on its diagonal, a filter {@code
 * [out, in, ...]} of the same number lets the middle of its window through. Where there are more
 * inputs than outputs or fewer, the first of them. DL4J's own takes square matrices only.
 */
@Doc("What comes in goes out: ones on the diagonal, or in the middle of a filter's window.")
public record Eye(@Doc("What stands in the place of the ones.") @Default("1") double gain)
    implements Initializer {

  @Override
  public IWeightInit function() {
    return new Diagonal(gain);
  }

  private record Diagonal(double gain) implements IWeightInit {

    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray view) {
      INDArray array = view.reshape(order, shape);
      array.assign(0);
      long[] place = new long[shape.length];
      for (int axis = 2; axis < shape.length; axis++) {
        place[axis] = shape[axis] / 2;
      }
      for (int i = 0; i < Math.min(shape[0], shape[1]); i++) {
        place[0] = i;
        place[1] = i;
        array.putScalar(place, gain);
      }
      return array;
    }
  }
}
