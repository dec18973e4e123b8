package dev.assay.standard.layers;

import dev.assay.engine.kernel.onednn.Memory;
import java.util.Arrays;

/**
 * How the gradient goes back through the cells of one step of {@link LstmKernel}:
 *
 * <pre>
 * dc = dc + dh o (1 - tanh(c)^2)
 * do = dh tanh(c) o (1 - o)     di = dc g i (1 - i)
 * dg = dc i (1 - g^2)           df = dc c_before f (1 - f)     dc_before = dc f
 * </pre>
 *
 * where {@code do}, {@code di}, {@code dg} and {@code df} are by what the gates' functions are
 * applied to. All of it is products and sums of numbers that forward has left, for which loops over
 * arrays of the heap, of which Java makes vector instructions, take a third of the time of a
 * primitive for each.
 */
final class LstmCellGradient {

  private final int n;
  private final Memory fs;
  private final Memory is;
  private final Memory os;
  private final Memory gs;
  private final Memory cs;
  private final Memory squasheds;
  private final Memory dhs;
  private final float[] dc;
  private final float[] dOut;
  private final float[] squashed;
  private final float[] before;
  private final float[] f;
  private final float[] i;
  private final float[] o;
  private final float[] g;

  /**
   * Of cells side by side. Each array is {@code [steps, samples, units]}.
   *
   * @param n how many: samples times units
   * @param fs gates, which become the gradients by what their functions were applied to
   * @param squasheds the cells' tanh
   * @param dhs the gradient by the output
   */
  LstmCellGradient(
      int n, Memory fs, Memory is, Memory os, Memory gs, Memory cs, Memory squasheds, Memory dhs) {
    this.n = n;
    this.fs = fs;
    this.is = is;
    this.os = os;
    this.gs = gs;
    this.cs = cs;
    this.squasheds = squasheds;
    this.dhs = dhs;
    this.dc = new float[n];
    this.dOut = new float[n];
    this.squashed = new float[n];
    this.before = new float[n];
    this.f = new float[n];
    this.i = new float[n];
    this.o = new float[n];
    this.g = new float[n];
  }

  /** Begins behind the last step, from where no gradient comes. */
  void start() {
    Arrays.fill(dc, 0);
  }

  /** Goes through a step; all that come behind it have been gone through. */
  void step(int t) {
    read(t);
    output();
    gates();
    os.numbers().put(t * n, o);
    is.numbers().put(t * n, i);
    gs.numbers().put(t * n, g);
    fs.numbers().put(t * n, f);
  }

  private void read(int t) {
    dhs.numbers().get(t * n, dOut);
    squasheds.numbers().get(t * n, squashed);
    os.numbers().get(t * n, o);
    is.numbers().get(t * n, i);
    gs.numbers().get(t * n, g);
    fs.numbers().get(t * n, f);
    if (t > 0) {
      cs.numbers().get((t - 1) * n, before);
    } else {
      Arrays.fill(before, 0);
    }
  }

  private void output() {
    output(dOut, squashed, o, dc);
  }

  private void gates() {
    input(dc, g, i);
    forget(before, f, dc);
  }

  /** Makes {@code do} of o, and adds to dc what comes from the output. */
  private static void output(float[] dh, float[] squashed, float[] o, float[] dc) {
    for (int j = 0; j < dh.length; j++) {
      float by = dh[j] * o[j];
      dc[j] += by - by * squashed[j] * squashed[j];
      o[j] = by * squashed[j] * (1 - o[j]);
    }
  }

  /** Makes {@code di} of i and {@code dg} of g. */
  private static void input(float[] dc, float[] g, float[] i) {
    for (int j = 0; j < dc.length; j++) {
      float by = dc[j] * i[j];
      i[j] = by * g[j] * (1 - i[j]);
      g[j] = by - by * g[j] * g[j];
    }
  }

  /** Makes {@code df} of f, and {@code dc_before} of dc. */
  private static void forget(float[] before, float[] f, float[] dc) {
    for (int j = 0; j < dc.length; j++) {
      float by = dc[j] * f[j];
      f[j] = by * before[j] * (1 - f[j]);
      dc[j] = by;
    }
  }
}
