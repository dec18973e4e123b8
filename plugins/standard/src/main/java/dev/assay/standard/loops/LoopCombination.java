package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Combination;
import dev.assay.engine.shape.Shape;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link Loops} on ND4J arrays.
 *
 * @param shape of a sample of the output
 */
record LoopCombination(Loops loops, Shape shape) implements Combination {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray x = inputs.get(0);
    double[] y = output(x);
    LongStream dims = shape.dims().stream().mapToLong(Integer::longValue);
    return array(y, LongStream.concat(LongStream.of(x.size(0)), dims).toArray(), x);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
    INDArray x = inputs.get(0);
    double[] dx = new double[(int) x.length()];
    loops.backward((int) x.size(0), flat(x), output(x), flat(gradient), dx);
    return List.of(array(dx, x.shape(), gradient));
  }

  private double[] output(INDArray x) {
    double[] y = new double[(int) x.size(0) * shape.size()];
    loops.forward((int) x.size(0), flat(x), y);
    return y;
  }

  private static double[] flat(INDArray array) {
    return array.reshape(array.length()).toDoubleVector();
  }

  private static INDArray array(double[] numbers, long[] shape, INDArray like) {
    return Nd4j.create(numbers, shape, 'c').castTo(like.dataType());
  }
}
