package dev.assay.standard.loops;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Some samples of a thread, one after the other, and a place on the heap for what is computed of
 * them, which portions of as many samples share.
 *
 * @param first the sample that it begins with
 */
record Portion(int first, Numbers numbers) {

  /** As many numbers, of one sample at least, as stay in the processor's nearest caches. */
  private static final int MOST = 1024;

  /**
   * What is computed of some samples.
   *
   * @param x the inputs
   * @param y the output
   * @param dy the derivative by the output
   * @param dx those by the inputs
   */
  @SuppressWarnings("ArrayRecordComponent") // filled and read by loops
  record Numbers(int rows, double[][] x, double[] y, double[] dy, double[][] dx, float[] floats) {

    static Numbers of(int rows, List<Shape> inputs, Shape output) {
      return new Numbers(
          rows,
          arrays(rows, inputs),
          new double[rows * output.size()],
          new double[rows * output.size()],
          arrays(rows, inputs),
          new float[rows * largest(inputs, output)]);
    }

    private static double[][] arrays(int rows, List<Shape> shapes) {
      return shapes.stream().map(shape -> new double[rows * shape.size()]).toArray(double[][]::new);
    }
  }

  private static int largest(List<Shape> inputs, Shape output) {
    return Math.max(output.size(), inputs.stream().mapToInt(Shape::size).max().orElse(0));
  }

  /** All samples of a thread. */
  static List<Portion> of(Binding at) {
    List<Shape> inputs = at.site().inputs();
    int rows = Math.max(1, Math.min(at.rows(), MOST / largest(inputs, at.shape())));
    Numbers whole = Numbers.of(rows, inputs, at.shape());
    List<Portion> portions = new ArrayList<>();
    int first = 0;
    for (; first + rows <= at.rows(); first += rows) {
      portions.add(new Portion(first, whole));
    }
    if (first < at.rows()) {
      portions.add(new Portion(first, Numbers.of(at.rows() - first, inputs, at.shape())));
    }
    return portions;
  }

  /** Copies its samples from all samples of a thread. */
  void read(Memory all, double[] into) {
    float[] floats = numbers.floats;
    all.numbers().get(place(into), floats, 0, into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = floats[i];
    }
  }

  /** Copies its samples to where all samples of a thread are. */
  void write(double[] from, Memory all) {
    float[] floats = numbers.floats;
    for (int i = 0; i < from.length; i++) {
      floats[i] = (float) from[i];
    }
    all.numbers().put(place(from), floats, 0, from.length);
  }

  private int place(double[] samples) {
    return samples.length / numbers.rows * first;
  }
}
