package dev.assay.cli;

/** Whether a person watches. The launcher says so, since a JVM cannot see it. */
final class Terminal {

  /** Those who start this program with its output going to files leave out what starts so. */
  static final String OPTION_PREFIX = "-Dassay.terminal.";

  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /** Whether standard input is a terminal. */
  static boolean in() {
    return Boolean.getBoolean("assay.terminal.in");
  }

  /** Whether standard output is a terminal. */
  static boolean out() {
    return Boolean.getBoolean("assay.terminal.out");
  }

  /** Whether standard error is a terminal. */
  static boolean err() {
    return System.getProperty("assay.terminal.err") != null;
  }

  /** How wide the terminal of standard error is, in characters. */
  static int columns() {
    int columns = Integer.getInteger("assay.terminal.err", 0);
    return columns > 0 ? columns : USUAL_COLUMNS;
  }
}
