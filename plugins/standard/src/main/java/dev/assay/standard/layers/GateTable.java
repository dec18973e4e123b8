package dev.assay.standard.layers;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * {@code x W + b} of a gate where each x is zeros with a one in a symbol's place: the symbol's row
 * of a table that is made once in each step, instead of a product.
 *
 * @param w {@code [units, symbols]}
 * @param b {@code [1, units]}
 * @param gate {@code [steps samples, units]}
 */
record GateTable(
    Arena arena, Values symbols, int steps, Memory w, Memory b, Memory gate, Memory table) {

  static GateTable of(Arena arena, Values symbols, int steps, Memory w, Memory b, Memory gate) {
    long[] dims = w.layout().dims();
    Memory table = arena.allocate(Layout.plain(dims[1], dims[0]));
    return new GateTable(arena, symbols, steps, w, b, gate, table);
  }

  private static Layout turned(Memory w) {
    long[] dims = w.layout().dims();
    return Layout.strided(new long[] {dims[1], dims[0]}, new long[] {1, dims[1]});
  }

  List<Step> forward() {
    return List.of(
        Reorder.copy(arena, w.as(turned(w)), table),
        Binary.ADD
            .of(table.layout(), b.layout())
            .call(arena)
            .with(Argument.SOURCE, table)
            .with(Argument.OTHER_SOURCE, b)
            .with(Argument.DESTINATION, table)
            .bind(),
        this::copy);
  }

  private int units() {
    return (int) b.layout().size();
  }

  /** Where the row of a step of a sample is; symbols lie sample by sample. */
  private int row(int index) {
    return (index % steps * symbols.rows() + index / steps) * units();
  }

  private void copy() {
    float[] read = symbols.floats();
    int units = units();
    for (int i = 0; i < read.length; i++) {
      gate.numbers().put(row(i), table.numbers(), ((int) read[i]) * units, units);
    }
  }

  /**
   * The gradients of W and b, from that of the gate: each row adds to its symbol's, and all of them
   * together are the bias's.
   */
  List<Step> backward(Memory dGate, Memory dW, Memory db) {
    int units = units();
    float[][] sums = new float[table.length() / units][units];
    float[] all = new float[units];
    float[] row = new float[units];
    return List.of(
        () -> {
          add(dGate.numbers(), row, sums);
          Arrays.fill(all, 0);
          for (int symbol = 0; symbol < sums.length; symbol++) {
            add(sums[symbol], all);
            table.numbers().put(symbol * units, sums[symbol]);
          }
          db.numbers().put(0, all);
        },
        Reorder.copy(arena, table, dW.as(turned(dW))));
  }

  private void add(FloatBuffer gradient, float[] row, float[][] sums) {
    for (float[] sum : sums) {
      Arrays.fill(sum, 0);
    }
    float[] read = symbols.floats();
    for (int i = 0; i < read.length; i++) {
      gradient.get(row(i), row);
      add(row, sums[(int) read[i]]);
    }
  }

  /** Java makes vector instructions of this, as both arrays are read from the same place. */
  private static void add(float[] row, float[] sum) {
    for (int i = 0; i < row.length; i++) {
      sum[i] += row[i];
    }
  }
}
