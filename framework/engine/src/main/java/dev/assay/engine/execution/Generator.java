package dev.assay.engine.execution;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.shape.Shape;
import java.util.List;
import java.util.Objects;

/**
 * Lets a network that predicts the next symbol write on its own: the most probable symbol of its
 * last step is appended to what it is given, again and again.
 *
 * @param output the name of the layer whose last step is the next symbol
 */
public record Generator(Executable executable, String output) {

  /**
   * Continues each row of a batch of symbols.
   *
   * @param prompts rows of symbols; only the first {@code given} of each are used
   * @param count how many symbols to write
   * @return the symbols written, without those given
   */
  public Values continued(Values prompts, int given, int count) {
    int symbols = prompts.shape().symbols();
    Values text = resized(prompts, given, symbols);
    Values written = new Values(Shape.ofSymbols(symbols, count), prompts.rows(), text.precision());
    for (int step = 0; step < count; step++) {
      Values said =
          Objects.requireNonNull(
                  executable.forward(new Batch(text.rows(), List.of(text), List.of())).get(output))
              .values();
      Values longer = resized(text, given + step + 1, symbols);
      for (int row = 0; row < text.rows(); row++) {
        int next = likeliest(said, row);
        longer.set(row * (given + step + 1) + given + step, next);
        written.set(row * count + step, next);
      }
      text = longer;
    }
    return written;
  }

  /** The index of the largest number in the last step of a row. */
  private static int likeliest(Values said, int row) {
    int width = said.shape().dim(-1);
    int start = (row + 1) * said.shape().size() - width;
    return said.likeliest(start, width);
  }

  /** Rows of another length: cut, or with zeros behind. */
  private static Values resized(Values values, int length, int symbols) {
    Values copy = new Values(Shape.ofSymbols(symbols, length), values.rows(), values.precision());
    int old = values.shape().dim(0);
    for (int row = 0; row < values.rows(); row++) {
      for (int i = 0; i < Math.min(old, length); i++) {
        copy.set(row * length + i, values.get(row * old + i));
      }
    }
    return copy;
  }
}
