package dev.assay.standard.layers;

import dev.assay.standard.loops.InnerProduct;
import dev.assay.standard.loops.Loops;

/**
 * The mathematics of {@link L2Normalize}.
 *
 * @param width how many features a row has
 */
record Directions(double epsilon, int width) implements Loops {

  @Override
  public void forward(int rows, double[][] x, double[] y) {
    for (int start = 0; start < y.length; start += width) {
      double norm = norm(x[0], start);
      for (int i = start; i < start + width; i++) {
        y[i] = x[0][i] / norm;
      }
    }
  }

  private double norm(double[] x, int start) {
    return Math.max(epsilon, Math.sqrt(InnerProduct.of(x, x, start, width)));
  }

  /** {@code dx = (dy - y (y dy)) / |x|}; where epsilon is divided by, {@code dy / epsilon}. */
  @Override
  public void backward(int rows, double[][] x, double[] y, double[] dy, double[][] dx) {
    for (int start = 0; start < y.length; start += width) {
      double norm = norm(x[0], start);
      double along = norm > epsilon ? InnerProduct.of(dy, y, start, width) : 0;
      for (int i = start; i < start + width; i++) {
        dx[0][i] = (dy[i] - along * y[i]) / norm;
      }
    }
  }
}
