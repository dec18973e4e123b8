package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.onednn.Memory;
import java.util.Arrays;

/**
 * The cells of {@link LstmKernel} on their way forward: {@code c = f c + i g} and {@code h = o
 * tanh(c)}, of gates as {@link LstmKernel} keeps them, that is {@code 2 f - 1} instead of f, and so
 * for o and i.
 *
 * <p>All of it is products and sums, for which loops over arrays of the heap take a third of the
 * time of a primitive for each.
 */
final class LstmCells {

  private final Memory gates;
  private final Memory cs;
  private final Memory squasheds;
  private final Memory hs;
  private final Gates gate;
  private final float[] c;
  private final float[] h;

  /**
   * Of arrays {@code [steps, samples, units]}.
   *
   * @param gates all four, {@code [steps, samples, 4 units]}
   * @param squasheds the cells' tanh
   * @param hs the outputs
   */
  LstmCells(Gates gate, Memory gates, Memory cs, Memory squasheds, Memory hs) {
    this.gate = gate;
    this.gates = gates;
    this.cs = cs;
    this.squasheds = squasheds;
    this.hs = hs;
    this.c = new float[gate.size()];
    this.h = new float[gate.size()];
  }

  /** Begins before the first step, with nothing. */
  void start() {
    Arrays.fill(c, 0);
  }

  /** Makes a step's cells, of those before it. */
  void cells(int t) {
    gate.read(gates, t);
    remember(gate.f, gate.i, gate.g, c);
    cs.numbers().put(t * c.length, c);
  }

  /** Makes the same step's output, of the cells' tanh. */
  void output(int t) {
    squasheds.numbers().get(t * h.length, h);
    say(gate.o, h);
    hs.numbers().put(t * h.length, h);
  }

  private static void remember(float[] f, float[] i, float[] g, float[] c) {
    for (int j = 0; j < c.length; j++) {
      c[j] = 0.5f * (c[j] + f[j] * c[j] + g[j] + i[j] * g[j]);
    }
  }

  private static void say(float[] o, float[] h) {
    for (int j = 0; j < h.length; j++) {
      h[j] = 0.5f * (h[j] + o[j] * h[j]);
    }
  }
}
