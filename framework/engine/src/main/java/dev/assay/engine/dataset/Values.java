package dev.assay.engine.dataset;

import dev.assay.engine.shape.Shape;
import java.util.stream.IntStream;

/**
 * Numbers of a batch, sample after sample, the last axis fastest. Symbols are whole numbers.
 *
 * <p>They are kept in the precision that the network computes in.
 */
public final class Values {

  private final Shape shape;
  private final int rows;
  private final int perRow;
  private final Precision precision;
  private final float[] floats;
  private final double[] doubles;

  /** Zeros: {@code rows} samples of a shape. */
  public Values(Shape shape, int rows, Precision precision) {
    this.shape = shape;
    this.rows = rows;
    this.precision = precision;
    this.perRow = shape.size();
    int length = Math.multiplyExact(perRow, rows);
    this.floats = new float[precision == Precision.FLOAT ? length : 0];
    this.doubles = new double[precision == Precision.DOUBLE ? length : 0];
  }

  /** The shape of one sample. */
  public Shape shape() {
    return shape;
  }

  /** How many samples there are. */
  public int rows() {
    return rows;
  }

  public Precision precision() {
    return precision;
  }

  /** How many numbers there are in all. */
  public int length() {
    return rows * perRow;
  }

  /** The array itself, to be read and written; empty in double precision. */
  public float[] floats() {
    return floats;
  }

  /** The array itself, to be read and written; empty in single precision. */
  public double[] doubles() {
    return doubles;
  }

  public double get(int index) {
    return precision == Precision.FLOAT ? floats[index] : doubles[index];
  }

  public void set(int index, double value) {
    if (precision == Precision.FLOAT) {
      floats[index] = (float) value;
    } else {
      doubles[index] = value;
    }
  }

  /** All numbers, copied. */
  public double[] all() {
    return IntStream.range(0, length()).mapToDouble(this::get).toArray();
  }

  /** Where, counted from {@code start}, the first of the largest of {@code width} numbers is. */
  public int likeliest(int start, int width) {
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (get(start + i) > get(start + best)) {
        best = i;
      }
    }
    return best;
  }

  /** Writes one sample. */
  public void setRow(int row, double... values) {
    int start = row * perRow;
    for (int i = 0; i < values.length; i++) {
      set(start + i, values[i]);
    }
  }

  /** Fills all rows with those of others, which are of the same precision. */
  void copy(Values other, int first) {
    int start = first * perRow;
    System.arraycopy(other.floats, Math.min(start, other.floats.length), floats, 0, floats.length);
    System.arraycopy(
        other.doubles, Math.min(start, other.doubles.length), doubles, 0, doubles.length);
  }

  /** One sample. */
  public double[] row(int row) {
    double[] values = new double[perRow];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(row * values.length + i);
    }
    return values;
  }
}
