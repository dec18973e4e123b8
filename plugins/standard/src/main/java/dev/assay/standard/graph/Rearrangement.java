package dev.assay.standard.graph;

import dev.assay.engine.architecture.Combination;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The moves of a {@link Rearranging} layer; a gradient goes back where its number came from. */
record Rearrangement(Rearranging layer) implements Combination {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    List<Shape> shapes = inputs.stream().map(Rearrangement::shape).toList();
    Shape output = layer.shaped(shapes);
    int rows = (int) inputs.get(0).size(0);
    double[] moved = new double[rows * output.size()];
    for (Move move : layer.moves(shapes)) {
      double[] given = flat(inputs.get(move.input()));
      int size = shapes.get(move.input()).size();
      for (int row = 0; row < rows; row++) {
        int source = row * size;
        int target = row * output.size();
        move.each((from, to) -> moved[target + to] = given[source + from]);
      }
    }
    return array(moved, rows, output, inputs.get(0));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
    List<Shape> shapes = inputs.stream().map(Rearrangement::shape).toList();
    int rows = (int) gradient.size(0);
    double[] moved = flat(gradient);
    int width = moved.length / rows;
    List<INDArray> derivatives = new ArrayList<>();
    for (int input = 0; input < inputs.size(); input++) {
      int size = shapes.get(input).size();
      double[] derivative = new double[rows * size];
      for (Move move : layer.moves(shapes)) {
        for (int row = 0; row < rows && move.input() == input; row++) {
          int source = row * size;
          int target = row * width;
          move.each((from, to) -> derivative[source + from] += moved[target + to]);
        }
      }
      derivatives.add(array(derivative, rows, shapes.get(input), gradient));
    }
    return derivatives;
  }

  private static Shape shape(INDArray batch) {
    return Shape.of(Arrays.stream(batch.shape()).skip(1).mapToInt(Math::toIntExact).toArray());
  }

  private static double[] flat(INDArray array) {
    return array.reshape(array.length()).toDoubleVector();
  }

  private static INDArray array(double[] numbers, int rows, Shape shape, INDArray like) {
    LongStream dims = shape.dims().stream().mapToLong(Integer::longValue);
    long[] all = LongStream.concat(LongStream.of(rows), dims).toArray();
    return Nd4j.create(numbers, all, 'c').castTo(like.dataType());
  }
}
