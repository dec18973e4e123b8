package dev.assay.standard.recurrent;

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
 * applied to. For f, o and i stand {@code 2 f - 1} and so on, as {@link LstmCells} has them, with
 * {@code f (1 - f) = (1 - (2 f - 1)^2) / 4}.
 */
final class LstmCellGradient {

  private final Memory gates;
  private final Memory cs;
  private final Memory squasheds;
  private final Memory dhs;
  private final Gates gate;
  private final float[] dc;
  private final float[] dh;
  private final float[] squashed;
  private final float[] before;
  private final float[] by;

  /**
   * Of arrays {@code [steps, samples, units]}.
   *
   * @param gates all four, {@code [steps, samples, 4 units]}, which become the gradients by what
   *     their functions were applied to
   * @param squasheds the cells' tanh
   * @param dhs the gradient by the output
   */
  LstmCellGradient(Gates gate, Memory gates, Memory cs, Memory squasheds, Memory dhs) {
    this.gate = gate;
    this.gates = gates;
    this.cs = cs;
    this.squasheds = squasheds;
    this.dhs = dhs;
    this.dc = new float[gate.size()];
    this.dh = new float[gate.size()];
    this.squashed = new float[gate.size()];
    this.before = new float[gate.size()];
    this.by = new float[gate.size()];
  }

  /** Begins behind the last step, from where no gradient comes. */
  void start() {
    Arrays.fill(dc, 0);
  }

  /** Goes through a step; all that come behind it have been gone through. */
  void step(int t) {
    read(t);
    output();
    state();
    gate.write(gates, t);
  }

  private void read(int t) {
    int n = dc.length;
    gate.read(gates, t);
    dhs.numbers().get(t * n, dh);
    squasheds.numbers().get(t * n, squashed);
    if (t > 0) {
      cs.numbers().get((t - 1) * n, before);
    } else {
      Arrays.fill(before, 0);
    }
  }

  private void output() {
    through(gate.o, dh, by);
    output(by, squashed, gate.o, dc);
  }

  private void state() {
    through(gate.i, dc, by);
    input(by, gate.g, gate.i);
    forget(before, gate.f, dc);
  }

  /** What comes through an open gate. */
  private static void through(float[] gate, float[] from, float[] by) {
    for (int j = 0; j < by.length; j++) {
      by[j] = 0.5f * (from[j] + from[j] * gate[j]);
    }
  }

  /** Makes {@code do} of o, and adds to dc what comes from the output. */
  private static void output(float[] by, float[] squashed, float[] o, float[] dc) {
    for (int j = 0; j < by.length; j++) {
      dc[j] += by[j] * (1 - squashed[j] * squashed[j]);
      o[j] = 0.5f * by[j] * squashed[j] * (1 - o[j]);
    }
  }

  /** Makes {@code di} of i and {@code dg} of g. */
  private static void input(float[] by, float[] g, float[] i) {
    for (int j = 0; j < by.length; j++) {
      float in = g[j];
      i[j] = 0.5f * by[j] * in * (1 - i[j]);
      g[j] = by[j] * (1 - in * in);
    }
  }

  /** Makes {@code df} of f, and {@code dc_before} of dc. */
  private static void forget(float[] before, float[] f, float[] dc) {
    for (int j = 0; j < dc.length; j++) {
      float open = f[j];
      float by = 0.5f * (dc[j] + dc[j] * open);
      f[j] = 0.5f * by * before[j] * (1 - open);
      dc[j] = by;
    }
  }
}
