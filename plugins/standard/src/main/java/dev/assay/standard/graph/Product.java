package dev.assay.standard.graph;

import dev.assay.engine.architecture.Combination;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The mathematics of {@link Multiply}. */
record Product() implements Combination {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return spread(inputs).stream().reduce(INDArray::mul).orElseThrow();
  }

  /** The derivative by one factor is the product of the others, summed where it was used often. */
  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
    Broadcast broadcast = Broadcast.of(shapes(inputs));
    List<INDArray> factors = spread(inputs);
    List<INDArray> derivatives = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      INDArray derivative = gradient;
      for (int other = 0; other < inputs.size(); other++) {
        derivative = other == i ? derivative : derivative.mul(factors.get(other));
      }
      derivatives.add(gathered(derivative, broadcast.places(i), inputs.get(i)));
    }
    return derivatives;
  }

  private static List<Shape> shapes(List<INDArray> inputs) {
    return inputs.stream()
        .map(
            input ->
                Shape.of(Arrays.stream(input.shape()).skip(1).mapToInt(Math::toIntExact).toArray()))
        .toList();
  }

  /** The inputs, each number as often as it is used. */
  private static List<INDArray> spread(List<INDArray> inputs) {
    Broadcast broadcast = Broadcast.of(shapes(inputs));
    List<INDArray> all = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      INDArray input = inputs.get(i);
      int[] places = broadcast.places(i);
      double[] given = flat(input);
      double[] numbers = new double[(int) input.size(0) * places.length];
      int width = broadcast.inputs().get(i).size();
      for (int n = 0; n < numbers.length; n++) {
        numbers[n] = given[n / places.length * width + places[n % places.length]];
      }
      all.add(array(numbers, dims(input.size(0), broadcast.output()), input));
    }
    return all;
  }

  /** The gradient by an input, of that by each use of its numbers. */
  private static INDArray gathered(INDArray gradient, int[] places, INDArray input) {
    double[] given = flat(gradient);
    double[] sums = new double[(int) input.length()];
    int width = (int) (input.length() / input.size(0));
    for (int n = 0; n < given.length; n++) {
      sums[n / places.length * width + places[n % places.length]] += given[n];
    }
    return array(sums, input.shape(), gradient);
  }

  private static long[] dims(long rows, Shape shape) {
    LongStream dims = shape.dims().stream().mapToLong(Integer::longValue);
    return LongStream.concat(LongStream.of(rows), dims).toArray();
  }

  private static double[] flat(INDArray array) {
    return array.reshape(array.length()).toDoubleVector();
  }

  private static INDArray array(double[] numbers, long[] shape, INDArray like) {
    return Nd4j.create(numbers, shape, 'c').castTo(like.dataType());
  }
}
