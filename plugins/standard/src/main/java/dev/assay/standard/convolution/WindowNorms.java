package dev.assay.standard.convolution;

import java.util.Arrays;

/**
 * The norms of windows.
 *
 * @param n the power
 */
record WindowNorms(int n, Windows windows, Grid grid, Grid places) implements Loops {

  @Override
  public void forward(int rows, double[] x, double[] y) {
    Arrays.fill(y, 0);
    at(rows).each((from, w, to) -> y[to] += power(x[from], n));
    for (int i = 0; i < y.length; i++) {
      y[i] = n == 1 ? y[i] : Math.copySign(Math.pow(Math.abs(y[i]), 1.0 / n), y[i]);
    }
  }

  /** dy/dx is {@code (x / y)^(n - 1)}; where y is 0, so is every x, and the direction is open. */
  @Override
  public void backward(int rows, double[] x, double[] y, double[] dy, double[] dx) {
    at(rows)
        .each(
            (from, w, to) -> {
              double slope = y[to] == 0 ? (n == 1 ? 1 : 0) : power(x[from] / y[to], n - 1);
              dx[from] += dy[to] * slope;
            });
  }

  private Correlation at(int rows) {
    return new Correlation(rows, windows, grid, places);
  }

  private static double power(double base, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
