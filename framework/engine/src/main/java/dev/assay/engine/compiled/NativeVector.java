package dev.assay.engine.compiled;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.kernel.onednn.Memory;

/** The parameters of a network, where its graph keeps them. */
record NativeVector(Memory memory) implements ParameterVector {

  @Override
  public int length() {
    return memory.length();
  }

  @Override
  public Precision precision() {
    return Precision.FLOAT;
  }

  @Override
  public void read(int from, float[] into, int count) {
    memory.numbers().get(from, into, 0, count);
  }

  @Override
  public void write(int from, float[] values, int count) {
    memory.numbers().put(from, values, 0, count);
  }

  @Override
  public void read(int from, double[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] = memory.numbers().get(from + i);
    }
  }

  @Override
  public void write(int from, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      memory.numbers().put(from + i, (float) values[i]);
    }
  }
}
