package dev.assay.standard.loops;

/** The inner product of two rows of numbers. */
public final class InnerProduct {

  private InnerProduct() {}

  /** {@code sum of a_i b_i}. */
  public static double of(double[] a, double[] b) {
    return of(a, b, 0, a.length);
  }

  /** That of the rows that begin at a place of both, and are so wide. */
  public static double of(double[] a, double[] b, int start, int width) {
    double sum = 0;
    for (int i = start; i < start + width; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
