package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The mathematics of a {@link Convolving} layer, for those that DL4J does not have. */
final class ConvolutionOperation implements Operation {

  private final Convolving layer;
  private final Site site;
  private final IActivation function;
  private Passage passage;
  private double[] input = {};
  private INDArray sums = Nd4j.empty();

  ConvolutionOperation(Convolving layer, Site site) {
    this.layer = layer;
    this.site = site;
    this.function = layer.activation().function();
    this.passage = new Passage(0, site);
  }

  @Override
  public INDArray forward(INDArray given, Parameters parameters, boolean training) {
    passage = new Passage((int) given.size(0), where(given));
    input = channelsFirst(given);
    double[] weights = flat(parameters.value(Convolving.WEIGHT));
    double[] output = new double[passage.size(passage.output)];
    passage.products((in, w, out) -> output[out] += input[in] * weights[w]);
    if (layer.bias()) {
      double[] biases = flat(parameters.value(Convolving.BIAS));
      Arrays.setAll(output, out -> output[out] + biases[passage.bias(out)]);
    }
    sums = shaped(array(output, passage.rows, passage.output, given));
    return function.getActivation(sums.dup(), training);
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    INDArray derivative = function.backprop(sums.dup(), gradient.dup()).getFirst();
    double[] dy = channelsFirst(derivative);
    double[] weights = flat(parameters.value(Convolving.WEIGHT));
    double[] dw = new double[weights.length];
    double[] dx = new double[input.length];
    passage.products(
        (in, w, out) -> {
          dw[w] += dy[out] * input[in];
          dx[in] += dy[out] * weights[w];
        });
    assign(parameters.gradient(Convolving.WEIGHT), dw);
    if (layer.bias()) {
      double[] db = new double[(int) parameters.gradient(Convolving.BIAS).length()];
      for (int out = 0; out < dy.length; out++) {
        db[passage.bias(out)] += dy[out];
      }
      assign(parameters.gradient(Convolving.BIAS), db);
    }
    return shaped(array(dx, passage.rows, passage.input, gradient));
  }

  /** One pass of a batch: from which grid to which. */
  private final class Passage {
    private final int rows;
    private final Grid input;
    private final Grid output;
    private final Windows windows;

    Passage(int rows, Site where) {
      this.rows = rows;
      this.input = Grid.of(where, layer.axes());
      this.output = layer.output(where);
      this.windows = layer.windows(where);
    }

    int size(Grid grid) {
      return rows * grid.shape().size();
    }

    /** The bias of a number of the output. */
    int bias(int out) {
      int filter = out / output.points() % output.channels();
      return layer.local() ? out % output.points() * output.channels() + filter : filter;
    }

    /** Visits places of the input, the weights and the output that belong together. */
    void products(Correlation.Product product) {
      if (layer.local()) {
        int own = output.channels() * input.channels() * windows.points();
        new Correlation(rows, windows, input, output)
            .each((in, w, out) -> product.add(in, out % output.points() * own + w, out));
      } else if (layer.transposed()) {
        new Correlation(rows, windows, output, input)
            .each((large, w, small) -> product.add(small, w, large));
      } else {
        new Correlation(rows, windows, input, output).each(product);
      }
    }
  }

  /** A sequence may be shorter than the plan's. */
  private Site where(INDArray given) {
    int[] dims = Arrays.stream(given.shape()).skip(1).mapToInt(Math::toIntExact).toArray();
    return new Site(List.of(Shape.of(dims)), site.data(), site.weightInit());
  }

  private double[] channelsFirst(INDArray batch) {
    return flat(layer.axes() == 1 ? batch.permute(0, 2, 1).dup('c') : batch);
  }

  private INDArray shaped(INDArray channelsFirst) {
    return layer.axes() == 1 ? channelsFirst.permute(0, 2, 1).dup('c') : channelsFirst;
  }

  private static void assign(INDArray to, double[] numbers) {
    to.assign(Nd4j.create(numbers, to.shape(), 'c').castTo(to.dataType()));
  }

  private static double[] flat(INDArray array) {
    return array.dup('c').reshape(array.length()).toDoubleVector();
  }

  private static INDArray array(double[] numbers, int rows, Grid grid, INDArray like) {
    List<Integer> size = grid.size();
    long[] shape =
        LongStream.concat(
                LongStream.of(rows, grid.channels()), size.stream().mapToLong(Integer::longValue))
            .toArray();
    return Nd4j.create(numbers, shape, 'c').castTo(like.dataType());
  }
}
