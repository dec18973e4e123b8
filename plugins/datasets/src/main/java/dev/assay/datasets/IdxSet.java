package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import dev.assay.engine.shape.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Items of an IDX file, and what is to be said of each.
 *
 * @param targets null where the items are to be said again
 */
record IdxSet(Idx inputs, @Nullable Idx targets) {

  IdxSet {
    if (targets != null && targets.items() != inputs.items()) {
      throw new DataException(
          "%s has %,d items (byte 4), and %s has targets for %,d"
              .formatted(inputs.name(), inputs.items(), targets.name(), targets.items()));
    }
  }

  /** All items, by their numbers. */
  int[] all() {
    return IntStream.range(0, inputs.items()).toArray();
  }

  /** The class of each item. */
  List<String> classes() {
    Idx labels = requireTargets();
    return IntStream.range(0, labels.items())
        .mapToObj(item -> Integer.toString((int) labels.number(item, 0)))
        .toList();
  }

  private Idx requireTargets() {
    if (targets == null) {
      throw new DataException("%s has no file of targets".formatted(inputs.name()));
    }
    return targets;
  }

  /** One more than the largest target. */
  int countedClasses() {
    Idx labels = requireTargets();
    double largest = 0;
    for (int item = 0; item < labels.items(); item++) {
      for (int i = 0; i < labels.itemSize(); i++) {
        largest = Math.max(largest, labels.number(item, i));
      }
    }
    return (int) largest + 1;
  }

  /**
   * Makes sure that all numbers are what a network can be given.
   *
   * @param shape of an item: if it is one of symbols, they are whole numbers below their count
   * @param what they are called
   * @throws DataException with the first that is not, and where it is
   */
  static void verify(Idx idx, Shape shape, String what) {
    for (int item = 0; item < idx.items(); item++) {
      for (int i = 0; i < idx.itemSize(); i++) {
        double number = idx.number(item, i);
        boolean known = number == Math.rint(number) && number >= 0 && number < shape.symbols();
        if (shape.isSymbols() ? !known : !Double.isFinite(number)) {
          throw wrong(idx, shape, what, item, i);
        }
      }
    }
  }

  private static DataException wrong(Idx idx, Shape shape, String what, int item, int index) {
    String number = Double.toString(idx.number(item, index)).replaceAll("\\.0$", "");
    String where =
        "%s, item %,d (byte %,d)".formatted(idx.name(), item + 1, idx.place(item, index));
    return new DataException(
        shape.isSymbols()
            ? "%s: %s is none of the %,d %s 0 to %,d"
                .formatted(where, number, shape.symbols(), what, shape.symbols() - 1)
            : "%s: %s is no number to compute with".formatted(where, number));
  }
}
