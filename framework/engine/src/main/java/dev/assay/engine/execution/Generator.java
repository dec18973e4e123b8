package dev.assay.engine.execution;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.shape.Shape;

/**
 * Lets a network that predicts the next symbol write on its own: the symbol that is chosen from
 * what it says of its last step is the next that it is given, again and again.
 */
public record Generator(Executable executable, NextSymbol next, Choice choice) {

  /**
   * Continues each row of a batch of symbols.
   *
   * @param prompts rows of symbols; only the first {@code given} of each are used
   * @param given at least 1
   * @param count how many symbols to write
   * @return the symbols written, without those given
   */
  public Values continued(Values prompts, int given, int count) {
    int rows = prompts.rows();
    Continuation texts = executable.continuation(next, rows);
    for (int step = 0; step < given; step++) {
      texts.read(column(prompts, step));
    }
    Values written = new Values(Shape.ofSymbols(next.symbols(), count), rows, prompts.precision());
    for (int step = 0; step < count; step++) {
      if (step > 0) {
        texts.read(column(written, step - 1));
      }
      Values said = texts.next();
      for (int row = 0; row < rows; row++) {
        written.set(row * count + step, choice.next(said, row));
      }
    }
    return written;
  }

  private static int[] column(Values symbols, int step) {
    int[] column = new int[symbols.rows()];
    for (int row = 0; row < column.length; row++) {
      column[row] = (int) symbols.get(row * symbols.shape().size() + step);
    }
    return column;
  }
}
