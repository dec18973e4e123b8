package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import dev.assay.engine.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The mathematics of a {@link Pooled} layer; of equal numbers, the first is the largest. */
final class PooledOperation implements Operation {

  private final Pooled layer;
  private final Site site;
  private final boolean largest;
  private long[] shape = {};
  private Site given;

  /** For each number of the output, the place of the input's that it is. */
  private int[] places = {};

  PooledOperation(Pooled layer, Site site) {
    this.layer = layer;
    this.site = site;
    this.given = site;
    this.largest = layer.kind() == PoolingWindow.Kind.LARGEST;
  }

  @Override
  public INDArray forward(INDArray input, Parameters parameters, boolean training) {
    shape = input.shape();
    int[] dims = Arrays.stream(shape).skip(1).mapToInt(Math::toIntExact).toArray();
    given = new Site(List.of(Shape.of(dims)), site.data(), site.weightInit());
    Grid grid = layer.grid(given);
    double[] x = flat(turned(input, grid));
    double[] y = new double[(int) shape[0] * layer.shape(given).size()];
    places = new int[y.length];
    Arrays.fill(places, -1);
    double[] shares = shares(grid, y.length);
    windows(grid)
        .each(
            (from, w, to) -> {
              y[to] += largest ? 0 : shares[to] * x[from];
              places[to] = places[to] < 0 || x[from] > x[places[to]] ? from : places[to];
            });
    for (int i = 0; largest && i < y.length; i++) {
      y[i] = x[places[i]];
    }
    return shaped(y, layer.places(grid), layer.shape(given), input);
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    Grid grid = layer.grid(given);
    boolean whole = gradient.rank() < shape.length; // one number for each channel
    double[] dy = flat(whole ? gradient : turned(gradient, grid));
    double[] dx = new double[Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact))];
    double[] shares = shares(grid, dy.length);
    windows(grid)
        .each(
            (from, w, to) -> {
              boolean taken = places[to] == from;
              dx[from] += largest ? (taken ? dy[to] : 0) : shares[to] * dy[to];
            });
    return shaped(dx, grid, grid.shape(), gradient);
  }

  /** What each number of a window counts in its mean. */
  private double[] shares(Grid grid, int count) {
    double[] points = new double[count];
    if (layer.kind() == PoolingWindow.Kind.MEAN_WITH_PADDING) {
      Arrays.fill(points, layer.windows(grid).points());
    } else {
      windows(grid).each((from, w, to) -> points[to]++);
    }
    return Arrays.stream(points).map(all -> 1 / all).toArray();
  }

  private Correlation windows(Grid grid) {
    return new Correlation((int) shape[0], layer.windows(grid), grid, layer.places(grid));
  }

  private static INDArray turned(INDArray batch, Grid grid) {
    return grid.isSequence() ? batch.permute(0, 2, 1).dup('c') : batch;
  }

  private static double[] flat(INDArray array) {
    return array.dup('c').reshape(array.length()).toDoubleVector();
  }

  private INDArray shaped(double[] numbers, Grid grid, Shape wanted, INDArray like) {
    long rows = shape[0];
    boolean sequence = grid.isSequence();
    long[] first =
        dims(rows, sequence ? List.of(grid.channels(), grid.size().get(0)) : wanted.dims());
    INDArray array = Nd4j.create(numbers, first, 'c').castTo(like.dataType());
    return turned(array, grid).reshape('c', dims(rows, wanted.dims()));
  }

  private static long[] dims(long rows, List<Integer> others) {
    return LongStream.concat(LongStream.of(rows), others.stream().mapToLong(i -> i)).toArray();
  }
}
