package dev.assay.cli;

/** What the program's exit code says. */
final class Exit {

  static final int FINE = 0;

  /** The run failed, or what was expected did not come out. */
  static final int FAILED = 1;

  /** The configuration, or the command itself, is wrong. */
  static final int CONFIGURATION = 2;

  /** The machine lacks something: no such device, no backend. */
  static final int ENVIRONMENT = 3;

  /** Somebody pressed Ctrl-C. */
  static final int INTERRUPTED = 130;

  private Exit() {}
}
