package dev.assay.engine.compiled;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.kernel.onednn.Memory;
import java.util.List;

/** The gradient of a network: the sum of what the threads have written, each on its own. */
final class Gradients implements ParameterVector {

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
