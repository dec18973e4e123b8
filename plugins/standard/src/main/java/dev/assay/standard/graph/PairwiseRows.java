package dev.assay.standard.graph;

import dev.assay.standard.loops.Loops;

/**
 * A {@link Pairwise} layer on two inputs, row of features by row of features.
 *
 * @param width how many features a row has
 */
record PairwiseRows(Pairwise layer, int width) implements Loops {

  @Override
  public boolean looksBack() {
    return false;
  }

  @Override
  public void forward(int rows, double[][] x, double[] y) {
    double[] a = new double[width];
    double[] b = new double[width];
    for (int row = 0; row < y.length; row++) {
      System.arraycopy(x[0], row * width, a, 0, width);
      System.arraycopy(x[1], row * width, b, 0, width);
      y[row] = layer.of(a, b);
    }
  }

  @Override
  public void backward(int rows, double[][] x, double[] y, double[] dy, double[][] dx) {
    double[] a = new double[width];
    double[] b = new double[width];
    double[] da = new double[width];
    double[] db = new double[width];
    for (int row = 0; row < y.length; row++) {
      System.arraycopy(x[0], row * width, a, 0, width);
      System.arraycopy(x[1], row * width, b, 0, width);
      layer.derive(a, b, da, db);
      for (int i = 0; i < width; i++) {
        dx[0][row * width + i] = dy[row] * da[i];
        dx[1][row * width + i] = dy[row] * db[i];
      }
    }
  }
}
