package dev.assay.standard.loops;

import dev.assay.engine.architecture.Combination;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link Loops} on ND4J arrays.
 *
 * @param shape of a sample of the output; a sequence has as many steps as are given
 */
public record LoopCombination(Loops loops, Shape shape) implements Combination {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    long[] dims = dims(inputs.get(0));
    return array(output(dims, flat(inputs)), dims, inputs.get(0));
  }

  private long[] dims(INDArray x) {
    LongStream dims = shape.dims().stream().mapToLong(Integer::longValue);
    long[] all = LongStream.concat(LongStream.of(x.size(0)), dims).toArray();
    if (shape.rank() == 2) {
      all[1] = x.size(1);
    }
    return all;
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
    double[][] x = flat(inputs);
    double[][] dx = new double[x.length][x[0].length];
    long[] dims = dims(inputs.get(0));
    loops.backward((int) dims[0], x, output(dims, x), flat(gradient), dx);
    List<INDArray> gradients = new ArrayList<>();
    for (int i = 0; i < dx.length; i++) {
      gradients.add(array(dx[i], inputs.get(i).shape(), gradient));
    }
    return gradients;
  }

  private double[] output(long[] dims, double[][] x) {
    double[] y = new double[Math.toIntExact(LongStream.of(dims).reduce(1, Math::multiplyExact))];
    loops.forward((int) dims[0], x, y);
    return y;
  }

  private static double[][] flat(List<INDArray> arrays) {
    return arrays.stream().map(LoopCombination::flat).toArray(double[][]::new);
  }

  private static double[] flat(INDArray array) {
    return array.reshape(array.length()).toDoubleVector();
  }

  private static INDArray array(double[] numbers, long[] shape, INDArray like) {
    return Nd4j.create(numbers, shape, 'c').castTo(like.dataType());
  }
}
