package dev.assay.engine.report;

import java.util.Locale;

/** Numbers for people. */
public final class Figures {

  private Figures() {}

  /** Four digits that say something. */
  public static String text(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value) || value == 0) {
      return Double.isNaN(value) ? "NaN" : "0";
    }
    if (size >= 1e3 && size < 1e9) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    String form = size >= 1e-3 && size < 1e3 ? "%.4f" : "%.3e";
    return String.format(Locale.ROOT, form, value);
  }
}
