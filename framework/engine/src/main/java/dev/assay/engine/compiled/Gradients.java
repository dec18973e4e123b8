package dev.assay.engine.compiled;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.kernel.onednn.Memory;
import java.util.List;

/**
 * The gradient of a network: the sum of what the threads have written, each on its own.
 *
 * <p>What they write is larger than the gradient by {@link #SCALE}, as the losses' gradients that
 * they start from are (<a href="https://arxiv.org/abs/1710.03740">Micikevicius et al. 2018</a>,
 * section 3.2): a network that has learned its task makes gradients of numbers below 1e-38, with
 * which a processor computes many times slower. A power of two changes no digit.
 */
final class Gradients implements ParameterVector {

  /** Gradients of up to 1e26 stay within what 32 bits hold. */
  static final float SCALE = 0x1p40f;

  /** Added and taken away again, it leaves nothing of numbers that would be below 1e-37. */
  private static final float FADED = 1e-30f * SCALE;

  private final List<Memory> parts;
  private final int length;
  private int written;

  Gradients(List<Memory> parts, int length) {
    this.parts = parts;
    this.length = length;
  }

  /** Says how many threads took part in the last step. */
  void wrote(int count) {
    written = count;
  }

  /** Where a thread writes. */
  Memory part(int shard) {
    return parts.get(shard);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public Precision precision() {
    return Precision.FLOAT;
  }

  @Override
  public void read(int from, float[] into, int count) {
    parts.get(0).numbers().get(from, into, 0, count);
    float[] more = new float[written > 1 ? count : 0];
    for (int part = 1; part < written; part++) {
      parts.get(part).numbers().get(from, more, 0, count);
      for (int i = 0; i < count; i++) {
        into[i] += more[i];
      }
    }
    for (int i = 0; i < count; i++) {
      into[i] = ((into[i] + FADED) - FADED) * (1 / SCALE);
    }
  }

  @Override
  public void read(int from, double[] into, int count) {
    float[] numbers = new float[count];
    read(from, numbers, count);
    for (int i = 0; i < count; i++) {
      into[i] = numbers[i];
    }
  }

  @Override
  public void write(int from, double[] values, int count) {
    throw new UnsupportedOperationException("a gradient is computed");
  }
}
