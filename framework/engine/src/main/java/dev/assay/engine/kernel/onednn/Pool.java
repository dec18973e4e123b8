package dev.assay.engine.kernel.onednn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Memory that is written again once nobody needs what it holds, so that what is computed next is
 * still in the processor's cache.
 *
 * <p>Time is counted in layers. They are bound in their order, and run in it or in the opposite
 * one: so what the layers from one to another need, any two that lie apart from them can share.
 */
public final class Pool {

  private final Arena arena;
  private final List<Block> blocks = new ArrayList<>();

  /** A piece of memory, and the last layer that needs what it holds. */
  private static final class Block {
    private final Memory memory;
    private int until;

    Block(Memory memory) {
      this.memory = memory;
    }

    boolean fits(Layout layout) {
      return (long) memory.length() * Float.BYTES >= layout.bytes();
    }

    boolean holds(Memory part) {
      long offset = part.pointer().address() - memory.pointer().address();
      return offset >= 0 && offset < (long) memory.length() * Float.BYTES;
    }
  }

  /** Memory of an arena. */
  public Pool(Arena arena) {
    this.arena = arena;
  }

  /**
   * Memory that holds anything.
   *
   * @param from the first layer that needs it; none that was asked for before is later
   * @param until the last one
   */
  public Memory allocate(Layout layout, int from, int until) {
    Optional<Block> free =
        blocks.stream()
            .filter(block -> block.until < from && block.fits(layout))
            .min(Comparator.comparingInt(block -> block.memory.length()));
    Block block = free.orElseGet(() -> added(layout));
    block.until = until;
    return block.memory.as(layout);
  }

  private Block added(Layout layout) {
    Memory memory = arena.allocate(Layout.plain(Arena.numbers(layout)));
    memory.spoil(); // who reads what was never written shall notice
    Block block = new Block(memory);
    blocks.add(block);
    return block;
  }

  /** Says that memory, if it is from here, is needed until a layer. */
  public void extend(Memory memory, int until) {
    for (Block block : blocks) {
      if (block.holds(memory)) {
        block.until = Math.max(block.until, until);
      }
    }
  }
}
