package dev.assay.engine.execution;

import dev.assay.engine.dataset.Precision;

/** All parameters of a network, or their gradient, one after the other. */
public interface ParameterVector {

  int length();

  /** Copies {@code count} numbers, from index {@code from} on, to the start of an array. */
  void read(int from, double[] into, int count);

  /** Copies {@code count} numbers from the start of an array to index {@code from} and after it. */
  void write(int from, double[] values, int count);

  /** How the numbers are kept. */
  Precision precision();

  /** Copies numbers as {@link #read(int, double[], int)} does. */
  default void read(int from, float[] into, int count) {
    double[] numbers = new double[count];
    read(from, numbers, count);
    for (int i = 0; i < count; i++) {
      into[i] = (float) numbers[i];
    }
  }

  /** Copies numbers as {@link #write(int, double[], int)} does. */
  default void write(int from, float[] values, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = values[i];
    }
    write(from, numbers, count);
  }

  /** All of it. */
  default double[] toArray() {
    double[] all = new double[length()];
    read(0, all, all.length);
    return all;
  }
}
