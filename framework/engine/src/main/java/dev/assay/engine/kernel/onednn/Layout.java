package dev.assay.engine.kernel.onednn;

import java.util.Arrays;
import org.bytedeco.dnnl.memory;

/**
 * How an array of numbers lies in memory: the length of each axis, and where each number is. Real
 * numbers of 32 bits.
 */
public final class Layout {

  private final memory.desc description;
  private final long[] dims;
  private final long reach;

  Layout(memory.desc description, long... dims) {
    this(description, description.get_size() / Float.BYTES, dims);
  }

  private Layout(memory.desc description, long reach, long... dims) {
    this.description = description;
    this.reach = reach;
    this.dims = dims;
  }

  /** Without gaps, the last axis fastest. */
  public static Layout plain(long... dims) {
    long[] strides = new long[dims.length];
    long stride = 1;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= dims[axis];
    }
    return strided(dims, strides);
  }

  /** With so many numbers between neighbours of each axis: for views and for other orders. */
  public static Layout strided(long[] dims, long[] strides) {
    long last = 0;
    for (int axis = 0; axis < dims.length; axis++) {
      last += (dims[axis] - 1) * strides[axis];
    }
    return new Layout(new memory.desc(dims, memory.data_type.f32, strides), last + 1, dims);
  }

  /** Part of a larger array: with gaps as in {@link #strided}, and not from its first number on. */
  public static Layout window(long[] dims, long[] strides, long first) {
    Layout part = strided(dims, strides);
    part.description.data().offset0(first);
    return new Layout(part.description, first + part.reach, dims);
  }

  /** As it suits the primitive that it is given to, which then says what it chose. */
  public static Layout any(long... dims) {
    return new Layout(new memory.desc(dims, memory.data_type.f32, memory.format_tag.any), dims);
  }

  memory.desc desc() {
    return description;
  }

  /** The length of each axis. */
  public long[] dims() {
    return dims.clone();
  }

  /** How many numbers there are, without padding. */
  public long size() {
    return Arrays.stream(dims).reduce(1, Math::multiplyExact);
  }

  /** How far it reaches in memory, with gaps and padding, from its first number to its last. */
  long reach() {
    return reach;
  }

  /** How much memory it takes. */
  public long bytes() {
    return reach * Float.BYTES;
  }

  /** Whether the same memory read in both ways is the same array. */
  public boolean matches(Layout other) {
    return description.equals(other.description);
  }

  /** Whether the numbers lie without gaps, the last axis fastest. */
  public boolean isPlain() {
    return matches(plain(dims));
  }

  @Override
  public String toString() {
    return Arrays.toString(dims);
  }
}
