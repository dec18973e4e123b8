package dev.assay.standard.layers;

/**
 * Arithmetic on rows of numbers of the same length. Loops in which all arrays are read from the
 * same index are those of which Java's compiler makes vector instructions.
 */
public final class Rows {

  private Rows() {}

  /** {@code sum += a b}. */
  public static void addProduct(float[] sum, float[] a, float[] b) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i] * b[i];
    }
  }

  /** {@code sum += a}. */
  public static void add(float[] sum, float[] a) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i];
    }
  }

  /** {@code a = scale (a - b)}. */
  public static void subtract(float[] a, float[] b, float scale) {
    for (int i = 0; i < a.length; i++) {
      a[i] = scale * (a[i] - b[i]);
    }
  }

  /** {@code a *= b}. */
  public static void multiply(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= b[i];
    }
  }

  /** {@code a /= b}. */
  public static void divide(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] /= b[i];
    }
  }

  /** {@code a = max(a, b)}. */
  public static void larger(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.max(a[i], b[i]);
    }
  }
}
