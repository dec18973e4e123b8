package dev.assay.engine.kernel.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * An array outside the Java heap. It lives as long as the {@link Arena} that it came from.
 *
 * <p>Single numbers are read and written through {@link #numbers}; long rows are better copied to
 * an array of the heap first, where Java's compiler makes vector instructions of loops.
 */
public final class Memory {

  private final Arena arena;
  private final Layout layout;
  private final FloatPointer pointer;
  private final memory handle;
  private final FloatBuffer numbers;

  Memory(Arena arena, Layout layout, FloatPointer pointer) {
    if (pointer.capacity() * Float.BYTES < layout.bytes()) {
      throw new IllegalArgumentException(
          "%s needs %,d bytes, not %,d"
              .formatted(layout, layout.bytes(), pointer.capacity() * Float.BYTES));
    }
    this.arena = arena;
    this.layout = layout;
    this.pointer = arena.keep(pointer);
    this.handle = arena.keep(new memory(layout.desc(), OneDnn.Processor.ENGINE, pointer));
    this.numbers = pointer.capacity() == 0 ? FloatBuffer.allocate(0) : pointer.asBuffer();
  }

  public Layout layout() {
    return layout;
  }

  /** The numbers in the order in which they lie in memory. */
  public FloatBuffer numbers() {
    return numbers;
  }

  /** How many numbers there are in memory, with gaps and padding. */
  public int length() {
    return numbers.capacity();
  }

  memory handle() {
    return handle;
  }

  FloatPointer pointer() {
    return pointer;
  }

  /** The same memory, from its start, as another array. */
  public Memory as(Layout other) {
    return view(other, 0);
  }

  /** A part of the memory as another array. */
  public Memory view(Layout other, long from) {
    long length = other.reach();
    if (from < 0 || from + length > pointer.capacity()) {
      throw new IllegalArgumentException(
          "%s from %,d on is outside of %,d numbers".formatted(other, from, pointer.capacity()));
    }
    return new Memory(arena, other, new Raw(pointer.address() + from * Float.BYTES, length));
  }

  /** Writes zeros everywhere. */
  public void clear() {
    Pointer.memset(pointer, 0, pointer.capacity() * Float.BYTES);
  }

  /** Writes what is no number everywhere: all bits set. */
  void spoil() {
    Pointer.memset(pointer, 0xFF, pointer.capacity() * Float.BYTES);
  }

  /** A pointer to memory that somebody else owns. */
  static final class Raw extends FloatPointer {
    Raw(long address, long length) {
      super((Pointer) null);
      this.address = address;
      this.limit = length;
      this.capacity = length;
    }
  }
}
