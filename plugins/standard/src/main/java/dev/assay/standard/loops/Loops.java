package dev.assay.standard.convolution;

/**
 * The mathematics of a layer without parameters that oneDNN does not have, in loops over numbers
 * that lie row by row: the same for the check in double precision and for the kernel.
 */
interface Loops {

  /** Writes the output. */
  void forward(int rows, double[] x, double[] y);

  /**
   * Adds the derivative of the loss by the input.
   *
   * @param y the output
   * @param dy the derivative by the output
   * @param dx receives the derivative by the input
   */
  void backward(int rows, double[] x, double[] y, double[] dy, double[] dx);
}
