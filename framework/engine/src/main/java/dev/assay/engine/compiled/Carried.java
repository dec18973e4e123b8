package dev.assay.engine.compiled;

import dev.assay.engine.compiled.Readers.Reader;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.execution.Continuation;
import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.execution.Rereading;
import dev.assay.engine.shape.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are read step by step, by kernels that remember. Where they grow longer than the
 * network looks back, each symbol has another place in each window, and the window is read again.
 */
final class Carried implements Continuation {

  private final Reader reader;
  private final NextSymbol next;
  private final Rereading windows;
  private final Values symbols;
  private final Batch batch;

  /** Nobody has asked yet what comes after these. */
  private final Deque<int[]> unread = new ArrayDeque<>();

  private long length;
  private @Nullable Values said;

  Carried(Reader reader, NextSymbol next, Rereading windows, int rows) {
    this.reader = reader;
    this.next = next;
    this.windows = windows;
    this.symbols = new Values(Shape.ofSymbols(next.symbols(), 1), rows, Precision.FLOAT);
    this.batch = new Batch(rows, List.of(symbols), List.of());
    reader.progress().begin(this);
  }

  @Override
  public void read(int... read) {
    windows.read(read);
    length++;
    if (length <= next.context()) {
      unread.addLast(read.clone());
    }
  }

  @Override
  public Values next() {
    if (length > next.context()) {
      return windows.next();
    }
    reader.progress().require(this);
    while (!unread.isEmpty()) {
      said = step(unread.removeFirst());
    }
    return Objects.requireNonNull(said, "nothing has been read");
  }

  private Values step(int... read) {
    for (int row = 0; row < read.length; row++) {
      symbols.set(row, read[row]);
    }
    var answers = reader.program().predict(batch, batch.size(), false);
    reader.progress().advance();
    return Objects.requireNonNull(answers.get(next.output())).values();
  }
}
