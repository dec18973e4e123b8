package dev.assay.engine.kernel.onednn;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The one owner of memory outside the Java heap, and of the primitives that work on it, of one
 * thread. All of it is freed when the arena is closed, and nothing of it before: a pointer that
 * Java's collector finds unused takes its memory along, whoever else still uses it.
 */
public final class Arena implements AutoCloseable {

  /** A cache line, and the width of the widest vector. */
  private static final int ALIGNMENT = 64;

  /** What all arenas of the process have allocated and not freed yet. */
  private static final AtomicLong OPEN = new AtomicLong();

  private final List<Pointer> kept = new ArrayList<>();
  private final stream queue = keep(new stream(OneDnn.Processor.ENGINE));
  private final IdentityHashMap<primitive_desc_base, primitive> primitives =
      new IdentityHashMap<>();
  private final Set<String> implementations = new TreeSet<>();
  private @Nullable Memory scratch;
  private long bytes;

  /** Zeros. */
  public Memory allocate(Layout layout) {
    long size = Math.max(ALIGNMENT, layout.bytes());
    BytePointer block = keep(new BytePointer(size + ALIGNMENT));
    Pointer.memset(block, 0, block.capacity());
    bytes += block.capacity();
    OPEN.addAndGet(block.capacity());
    long aligned = (block.address() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return new Memory(this, layout, new Memory.Raw(aligned, numbers(layout)));
  }

  /** Memory for what a primitive needs while it runs; all primitives share it. */
  Memory scratch(Layout layout) {
    if (scratch == null || scratch.length() < numbers(layout)) {
      scratch = allocate(Layout.plain(numbers(layout)));
    }
    return new Memory(this, layout, new Memory.Raw(scratch.pointer().address(), scratch.length()));
  }

  /** Memory that somebody else owns, and must keep for as long as the arena is open. */
  public Memory borrow(long address, Layout layout) {
    return new Memory(this, layout, new Memory.Raw(address, numbers(layout)));
  }

  /** Places that primitives mark may be smaller than numbers. */
  static long numbers(Layout layout) {
    return (layout.bytes() + Float.BYTES - 1) / Float.BYTES;
  }

  /**
   * Which of oneDNN's implementations are used. One that starts with {@code ref} is its slow way
   * out, up to 35 times slower than the others.
   */
  public Set<String> implementations() {
    return implementations;
  }

  void uses(String implementation) {
    implementations.add(implementation);
  }

  /** How much memory it has allocated; nothing once it is closed. */
  public long bytes() {
    return bytes;
  }

  /** How much memory all arenas together have allocated and not freed. */
  public static long open() {
    return OPEN.get();
  }

  /** A primitive can be bound to several memories. */
  primitive primitive(primitive_desc_base chosen) {
    return primitives.computeIfAbsent(chosen, made -> keep(new primitive(made.get())));
  }

  stream stream() {
    return queue;
  }

  <T extends Pointer> T keep(T pointer) {
    kept.add(pointer);
    return pointer;
  }

  @Override
  public void close() {
    for (int i = kept.size() - 1; i >= 0; i--) {
      kept.get(i).close();
    }
    kept.clear();
    primitives.clear();
    OPEN.addAndGet(-bytes);
    bytes = 0;
  }
}
