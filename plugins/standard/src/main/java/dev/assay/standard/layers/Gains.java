package dev.assay.standard.layers;

import dev.assay.standard.loops.Loops;
import java.util.Arrays;

/**
 * The mathematics of {@link LayerScale}: {@code y = gain x + bias}.
 *
 * @param line how many numbers of a channel lie side by side: one, or as many as an image has
 *     pixels
 * @param biases of 0 where there are none
 * @param products the derivatives by the gains: the sums of {@code dy x}
 * @param sums the derivatives by the biases
 */
@SuppressWarnings("ArrayRecordComponent") // filled and read by loops
record Gains(int line, double[] gains, double[] biases, double[] products, double[] sums)
    implements Loops {

  static Gains of(int channels, int line) {
    return new Gains(
        line,
        new double[channels],
        new double[channels],
        new double[channels],
        new double[channels]);
  }

  @Override
  public boolean looksBack() {
    return false;
  }

  @Override
  public void forward(int rows, double[][] x, double[] y) {
    for (int i = 0; i < y.length; ) {
      for (int channel = 0; channel < gains.length; channel++) {
        for (int end = i + line; i < end; i++) {
          y[i] = gains[channel] * x[0][i] + biases[channel];
        }
      }
    }
  }

  @Override
  public void backward(int rows, double[][] x, double[] y, double[] dy, double[][] dx) {
    if (line == 1) {
      features(x[0], dy, dx[0]);
    } else {
      pixels(x[0], dy, dx[0]);
    }
  }

  private void features(double[] x, double[] dy, double[] dx) {
    for (int start = 0; start < dy.length; start += gains.length) {
      for (int i = 0; i < gains.length; i++) {
        double derivative = dy[start + i];
        products[i] += derivative * x[start + i];
        sums[i] += derivative;
        dx[start + i] = derivative * gains[i];
      }
    }
  }

  private void pixels(double[] x, double[] dy, double[] dx) {
    for (int i = 0; i < dy.length; ) {
      int channel = i / line % gains.length;
      for (int end = i + line; i < end; i++) {
        products[channel] += dy[i] * x[i];
        sums[channel] += dy[i];
        dx[i] = dy[i] * gains[channel];
      }
    }
  }

  /** Forgets the derivatives of the last backward pass. */
  void clear() {
    Arrays.fill(products, 0);
    Arrays.fill(sums, 0);
  }
}
