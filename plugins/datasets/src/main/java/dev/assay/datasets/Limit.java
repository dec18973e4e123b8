package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import java.util.Arrays;

/**
 * How long a sequence may be.
 *
 * @param steps the most that it may have
 * @param truncate whether a longer one loses its end; it is an error if not
 */
record Limit(int steps, boolean truncate) {

  /**
   * A sequence as it is used.
   *
   * @param numbers its steps one behind the other
   * @param width how many numbers a step has
   * @param what what a message calls it
   * @throws DataException if it is empty, or too long
   */
  double[] applied(double[] numbers, int width, String what) {
    int length = numbers.length / width;
    if (length == 0) {
      throw new DataException("%s is empty: a sequence has one step or more".formatted(what));
    }
    if (length > steps && !truncate) {
      throw new DataException(
          "%s has %,d steps, and `max_length` is %,d".formatted(what, length, steps),
          "`truncate: true` leaves out what is behind them");
    }
    return length > steps ? Arrays.copyOf(numbers, steps * width) : numbers;
  }
}
