package dev.assay.engine.execution;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.shape.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * Reads texts again for each symbol, from as far back as the network looks: the right way where
 * every step of a window has a new place in it, and the slow one everywhere else.
 */
public final class Rereading implements Continuation {

  private final Executable executable;
  private final NextSymbol next;
  private final int rows;

  /** What was read last: at each step the symbols of all rows. */
  private final Deque<int[]> window = new ArrayDeque<>();

  /** A continuation of as many texts as there are rows, which are still empty. */
  public Rereading(Executable executable, NextSymbol next, int rows) {
    this.executable = executable;
    this.next = next;
    this.rows = rows;
  }

  @Override
  public void read(int... symbols) {
    if (window.size() == next.context()) {
      window.removeFirst();
    }
    window.addLast(symbols.clone());
  }

  @Override
  public Values next() {
    Batch batch = new Batch(rows, List.of(window()), List.of());
    Values said = Objects.requireNonNull(executable.forward(batch).get(next.output())).values();
    int width = said.shape().dim(-1);
    Values last = new Values(Shape.of(width), rows, said.precision());
    for (int row = 0; row < rows; row++) {
      int from = (row + 1) * said.shape().size() - width;
      for (int i = 0; i < width; i++) {
        last.set(row * width + i, said.get(from + i));
      }
    }
    return last;
  }

  private Values window() {
    int steps = window.size();
    Shape shape = Shape.ofSymbols(next.symbols(), steps);
    Values values = new Values(shape, rows, executable.parameters().precision());
    int step = 0;
    for (int[] symbols : window) {
      for (int row = 0; row < rows; row++) {
        values.set(row * steps + step, symbols[row]);
      }
      step++;
    }
    return values;
  }
}
