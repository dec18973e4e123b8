package dev.assay.standard.recurrent;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.layers.Rows;
import java.util.Arrays;
import java.util.List;

/**
 * {@code x W + b} where each x is zeros with a one in a symbol's place: the symbol's row of a
 * table, instead of a product. It is read, and backward added to, one step after the other, while
 * what belongs to the step is in the cache.
 */
final class GateTable {

  private final Arena arena;
  private final Values symbols;
  private final int steps;
  private final int width;
  private final Memory gates;
  private final Memory table;
  private final float[][] sums;
  private final float[] row;

  /**
   * A table of as many rows as there are symbols.
   *
   * @param gates {@code [steps samples, width]}
   */
  GateTable(Arena arena, Values symbols, int steps, long count, Memory gates) {
    this.arena = arena;
    this.symbols = symbols;
    this.steps = steps;
    this.width = (int) gates.layout().dims()[1];
    this.gates = gates;
    this.table = arena.allocate(Layout.plain(count, width));
    this.sums = new float[(int) count][width];
    this.row = new float[width];
  }

  /**
   * Makes the table.
   *
   * @param w {@code [width, symbols]}
   * @param b {@code [width, 1]}
   */
  List<Step> make(Memory w, Memory b) {
    Layout one = Layout.plain(1, width);
    return List.of(
        Reorder.copy(arena, w.as(turned()), table),
        Binary.ADD.bind(arena, table, b.as(one), table));
  }

  /** {@code [symbols, width]} of what lies as {@code [width, symbols]}. */
  private Layout turned() {
    return Layout.strided(new long[] {sums.length, width}, new long[] {1, sums.length});
  }

  /** The symbol of a sample at a step; symbols lie sample by sample. */
  private int symbol(int sample, int t) {
    return (int) symbols.floats()[sample * steps + t];
  }

  /** Where the numbers of a sample at a step are. */
  private int place(int sample, int t) {
    return (t * symbols.rows() + sample) * width;
  }

  /** Writes the rows of a step's symbols. */
  void read(int t) {
    for (int sample = 0; sample < symbols.rows(); sample++) {
      int from = symbol(sample, t) * width;
      gates.numbers().put(place(sample, t), table.numbers(), from, width);
    }
  }

  /** Begins to add. */
  void start() {
    for (float[] sum : sums) {
      Arrays.fill(sum, 0);
    }
  }

  /** Adds what the gates of a step are now to the rows of the step's symbols. */
  void add(int t) {
    for (int sample = 0; sample < symbols.rows(); sample++) {
      gates.numbers().get(place(sample, t), row);
      Rows.add(sums[symbol(sample, t)], row);
    }
  }

  /** Writes the sums: those of the rows are W's gradient, and that of all of them b's. */
  List<Step> finish(Memory dW, Memory db) {
    float[] all = new float[width];
    return List.of(
        () -> {
          Arrays.fill(all, 0);
          for (int symbol = 0; symbol < sums.length; symbol++) {
            Rows.add(all, sums[symbol]);
            table.numbers().put(symbol * width, sums[symbol]);
          }
          db.numbers().put(0, all);
        },
        Reorder.copy(arena, table, dW.as(turned())));
  }
}
