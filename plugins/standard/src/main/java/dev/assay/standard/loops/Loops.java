package dev.assay.standard.loops;

/**
 * The mathematics of a layer that oneDNN does not have, in loops over numbers that lie row by row:
 * the same for the check in double precision and for the kernel. A row, which is a sample, has
 * nothing to do with others.
 */
public interface Loops {

  /** Whether the backward pass looks at the output. */
  default boolean looksBack() {
    return true;
  }

  /**
   * Writes the output.
   *
   * @param x the inputs, each with so many rows
   */
  void forward(int rows, double[][] x, double[] y);

  /**
   * Writes the derivative of the loss by each input.
   *
   * @param y the output, if it looks at it
   * @param dy the derivative by the output
   * @param dx receives the derivatives by the inputs
   */
  void backward(int rows, double[][] x, double[] y, double[] dy, double[][] dx);
}
