package dev.assay.engine.dataset;

import dev.assay.engine.shape.Shape;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
  private final int @Nullable [] lengths;

  /** Zeros: {@code rows} samples of a shape. */
  public Values(Shape shape, int rows, Precision precision) {
    this(shape, rows, precision, false);
  }

  private Values(Shape shape, int rows, Precision precision, boolean padded) {
    this.shape = shape;
    this.rows = rows;
    this.precision = precision;
    this.perRow = shape.size();
    int length = Math.multiplyExact(perRow, rows);
    this.floats = new float[precision == Precision.FLOAT ? length : 0];
    this.doubles = new double[precision == Precision.DOUBLE ? length : 0];
    this.lengths = padded ? new int[rows] : null;
  }

  /** Zeros, for as many samples; those of a padded field have no steps yet. */
  public static Values of(DataSpec.Field field, int rows, Precision precision) {
    return new Values(field.shape(), rows, precision, field.padded());
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

  /**
   * How many steps each sample has, where they may have fewer than the shape says; what stands
   * behind them only fills it up. Null where all have as many. The array itself stays the same.
   */
  public int @Nullable [] lengths() {
    return lengths;
  }

  /** Whether a number, counted through all samples, is one of its sample's, and no padding. */
  public boolean counts(int index) {
    return lengths == null || index % perRow < used(index / perRow);
  }

  /** How many of a sample's numbers are its own. */
  private int used(int row) {
    return lengths == null ? perRow : lengths[row] * (perRow / shape.dim(0));
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

  /** Writes one sample. If it may have fewer steps, zeros fill it up. */
  public void setRow(int row, double... values) {
    int start = row * perRow;
    for (int i = 0; i < values.length; i++) {
      set(start + i, values[i]);
    }
    if (lengths != null) {
      lengths[row] = values.length / (perRow / shape.dim(0));
      for (int i = values.length; i < perRow; i++) {
        set(start + i, 0);
      }
    }
  }

  /** Fills all rows with those of others, which are of the same precision. */
  void copy(Values other, int first) {
    if (lengths != null) {
      for (int row = 0; row < rows; row++) {
        lengths[row] = other.lengths == null ? shape.dim(0) : other.lengths[first + row];
      }
    }
    int start = first * perRow;
    System.arraycopy(other.floats, Math.min(start, other.floats.length), floats, 0, floats.length);
    System.arraycopy(
        other.doubles, Math.min(start, other.doubles.length), doubles, 0, doubles.length);
  }

  /** One sample, without what fills it up. */
  public double[] row(int row) {
    double[] values = new double[used(row)];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(row * perRow + i);
    }
    return values;
  }
}
