package dev.assay.datasets;

/** Numbers as digits. */
final class Digits {

  private Digits() {}

  /** Reads some digits of a row as a number, the first one highest. */
  static int number(int[] row, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      number = 10 * number + row[i];
    }
    return number;
  }

  /** Writes a number with its lowest digit first, which is the order in which it is computed. */
  static int[] reversed(int number, int count) {
    int[] digits = new int[count];
    int rest = number;
    for (int i = 0; i < count; i++) {
      digits[i] = rest % 10;
      rest /= 10;
    }
    return digits;
  }
}
