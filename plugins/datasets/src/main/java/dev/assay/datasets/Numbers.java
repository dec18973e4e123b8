package dev.assay.datasets;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people and programs write them into tables. */
final class Numbers {

  /** Java alone would take {@code 1d} and {@code 0x1p3}, too. */
  private static final Pattern FORM =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private Numbers() {}

  /** The number that a cell is, if it is one and not too large for one. */
  static OptionalDouble parse(String cell) {
    if (!FORM.matcher(cell).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(cell);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
