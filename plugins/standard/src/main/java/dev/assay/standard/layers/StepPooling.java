package dev.assay.standard.layers;

import dev.assay.engine.architecture.Operation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The mean, or the largest, of each feature over a sequence's own steps: {@code [steps, features]}
 * becomes {@code [features]}. Of equal numbers, the first is the largest.
 */
public final class StepPooling implements Operation {

  /** What is taken of a feature. */
  public enum Kind {
    MEAN,
    LARGEST
  }

  private final Kind kind;
  private int @Nullable [] lengths;
  private long[] shape = {};
  private int[] places = {};

  /** The mathematics of a layer. */
  public StepPooling(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void lengths(List<int @Nullable []> given) {
    lengths = given.get(0);
  }

  @Override
  public INDArray forward(INDArray input, Parameters parameters, boolean training) {
    shape = input.shape();
    int width = (int) shape[2];
    double[] x = input.reshape(input.length()).toDoubleVector();
    double[] y = new double[(int) shape[0] * width];
    places = new int[y.length];
    Arrays.fill(places, -1);
    each((from, to, steps) -> take(x, y, from, to, steps));
    return Nd4j.create(y, new long[] {shape[0], width}, 'c').castTo(input.dataType());
  }

  private void take(double[] x, double[] y, int from, int to, int steps) {
    if (kind == Kind.MEAN) {
      y[to] += x[from] / steps;
    } else if (places[to] < 0 || x[from] > y[to]) {
      y[to] = x[from];
      places[to] = from;
    }
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    double[] dy = gradient.dup('c').reshape(gradient.length()).toDoubleVector();
    double[] dx = new double[Math.toIntExact(shape[0] * shape[1] * shape[2])];
    each(
        (from, to, steps) -> {
          boolean taken = places[to] == from;
          dx[from] = kind == Kind.MEAN ? dy[to] / steps : taken ? dy[to] : 0;
        });
    return Nd4j.create(dx, shape, 'c').castTo(gradient.dataType());
  }

  /** Where a number comes from, where it goes to, and of how many steps it is one. */
  private interface Visit {
    void number(int from, int to, int steps);
  }

  private void each(Visit visit) {
    int width = (int) shape[2];
    for (int row = 0; row < shape[0]; row++) {
      int steps = lengths == null ? (int) shape[1] : lengths[row];
      for (int i = 0; i < steps * width; i++) {
        visit.number(row * (int) shape[1] * width + i, row * width + i % width, steps);
      }
    }
  }
}
