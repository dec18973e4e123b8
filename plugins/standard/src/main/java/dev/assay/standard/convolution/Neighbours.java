package dev.assay.standard.convolution;

import dev.assay.standard.loops.Loops;
import java.util.Arrays;

/**
 * The mathematics of a {@link LocalResponseNorm}: with {@code s_c = k + alpha sum of x_c'^2},
 * {@code y_c = x_c s_c^-beta}, and {@code dx_c = dy_c s_c^-beta - 2 alpha beta x_c sum of dy_c'
 * y_c' / s_c'}, both sums over the channels around c.
 */
record Neighbours(LocalResponseNorm layer, Grid grid) implements Loops {

  @Override
  public void forward(int rows, double[][] inputs, double[] y) {
    double[] x = inputs[0];
    double[] scales = scales(rows, x);
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * Math.pow(scales[i], -layer.beta());
    }
  }

  @Override
  public void backward(int rows, double[][] inputs, double[] y, double[] dy, double[][] gradients) {
    double[] x = inputs[0];
    double[] dx = gradients[0];
    double[] scales = scales(rows, x);
    double[] shares = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      shares[i] = dy[i] * y[i] / scales[i];
    }
    double[] sums = new double[x.length];
    addAround(rows, shares, sums);
    double factor = 2 * layer.alpha() * layer.beta();
    for (int i = 0; i < x.length; i++) {
      dx[i] = dy[i] * Math.pow(scales[i], -layer.beta()) - factor * x[i] * sums[i];
    }
  }

  private double[] scales(int rows, double[] x) {
    double[] squares = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      squares[i] = layer.alpha() * x[i] * x[i];
    }
    double[] scales = new double[x.length];
    Arrays.fill(scales, layer.k());
    addAround(rows, squares, scales);
    return scales;
  }

  /** Adds to each number those of the channels around its own. */
  private void addAround(int rows, double[] from, double[] to) {
    int channels = grid.channels();
    int points = from.length / (rows * channels);
    int reach = layer.size() / 2;
    for (int plane = 0; plane < rows * channels; plane++) {
      int channel = plane % channels;
      int first = Math.max(0, channel - reach) - channel;
      int last = Math.min(channels - 1, channel + reach) - channel;
      for (int other = plane + first; other <= plane + last; other++) {
        for (int point = 0; point < points; point++) {
          to[plane * points + point] += from[other * points + point];
        }
      }
    }
  }
}
