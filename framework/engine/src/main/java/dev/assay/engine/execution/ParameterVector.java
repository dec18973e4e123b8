package dev.assay.engine.execution;

/** All parameters of a network, or their gradient, one after the other. */
public interface ParameterVector {

  int length();

  /** Copies {@code count} numbers, from index {@code from} on, to the start of an array. */
  void read(int from, double[] into, int count);

  /** Copies {@code count} numbers from the start of an array to index {@code from} and after it. */
  void write(int from, double[] values, int count);

  /** All of it. */
  default double[] toArray() {
    double[] all = new double[length()];
    read(0, all, all.length);
    return all;
  }
}
