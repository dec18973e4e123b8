package dev.assay.standard.convolution;

import dev.assay.standard.loops.Loops;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The norms of windows, channel by channel. */
final class WindowNorms implements Loops {

  private final int n;
  private final int points;
  private final int places;

  /** The point of a channel that each number of each window is, and the window's place. */
  private final int[] from;

  private final int[] to;

  /**
   * Norms of windows over a grid.
   *
   * @param n the power
   */
  WindowNorms(int n, Windows windows, Grid grid, Grid places) {
    this.n = n;
    this.points = grid.points();
    this.places = places.points();
    IntStream.Builder sources = IntStream.builder();
    IntStream.Builder targets = IntStream.builder();
    Grid channel = new Grid(1, grid.size());
    new Correlation(1, windows.ofOneChannel(), channel, new Grid(1, places.size()))
        .each(
            (source, w, target) -> {
              sources.add(source);
              targets.add(target);
            });
    this.from = sources.build().toArray();
    this.to = targets.build().toArray();
  }

  @Override
  public void forward(int rows, double[][] inputs, double[] y) {
    double[] x = inputs[0];
    Arrays.fill(y, 0);
    for (int channel = 0; channel < y.length / places; channel++) {
      for (int i = 0; i < from.length; i++) {
        y[channel * places + to[i]] += power(x[channel * points + from[i]], n);
      }
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = root(y[i]);
    }
  }

  /** dy/dx is {@code (x / y)^(n - 1)}; 0 is taken where y is 0 and there is none. */
  @Override
  public void backward(int rows, double[][] inputs, double[] y, double[] dy, double[][] gradients) {
    double[] x = inputs[0];
    double[] dx = gradients[0];
    Arrays.fill(dx, 0);
    for (int channel = 0; channel < y.length / places; channel++) {
      for (int i = 0; i < from.length; i++) {
        int source = channel * points + from[i];
        int target = channel * places + to[i];
        dx[source] += dy[target] * slope(x[source], y[target]);
      }
    }
  }

  private double slope(double x, double y) {
    if (n == 1) {
      return 1;
    }
    return y == 0 ? 0 : power(x / y, n - 1);
  }

  private double root(double power) {
    return switch (n) {
      case 1 -> power;
      case 2 -> Math.sqrt(power);
      default -> Math.copySign(Math.pow(Math.abs(power), 1.0 / n), power);
    };
  }

  private static double power(double base, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
