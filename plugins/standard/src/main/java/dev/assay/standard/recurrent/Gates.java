package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.onednn.Memory;
import java.nio.FloatBuffer;

/**
 * The numbers of the four gates of {@link Lstm} at one step, taken apart: Java's compiler makes
 * vector instructions of loops in which all arrays are read from the same index.
 */
final class Gates {

  /** Of {@code [g | f | o | i]}, in which DL4J keeps what belongs to the gates. */
  static final int COUNT = 4;

  final float[] g;
  final float[] f;
  final float[] o;
  final float[] i;

  private final int samples;
  private final int units;

  Gates(int samples, int units) {
    this.samples = samples;
    this.units = units;
    this.g = new float[samples * units];
    this.f = new float[samples * units];
    this.o = new float[samples * units];
    this.i = new float[samples * units];
  }

  /** How many numbers a gate has. */
  int size() {
    return samples * units;
  }

  /**
   * Reads a step.
   *
   * @param from {@code [steps, samples, 4 units]}
   */
  void read(Memory from, int t) {
    FloatBuffer numbers = from.numbers();
    for (int row = 0; row < samples; row++) {
      int first = (t * samples + row) * COUNT * units;
      int to = row * units;
      numbers.get(first, g, to, units);
      numbers.get(first + units, f, to, units);
      numbers.get(first + 2 * units, o, to, units);
      numbers.get(first + 3 * units, i, to, units);
    }
  }

  /** Writes a step. */
  void write(Memory to, int t) {
    FloatBuffer numbers = to.numbers();
    for (int row = 0; row < samples; row++) {
      int first = (t * samples + row) * COUNT * units;
      int from = row * units;
      numbers.put(first, g, from, units);
      numbers.put(first + units, f, from, units);
      numbers.put(first + 2 * units, o, from, units);
      numbers.put(first + 3 * units, i, from, units);
    }
  }
}
