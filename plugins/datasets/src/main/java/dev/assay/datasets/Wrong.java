package dev.assay.datasets;

import java.util.List;

/** What is wrong with many rows or files, in one line. */
final class Wrong {

  /** As many are shown. */
  private static final int SHOWN = 5;

  private Wrong() {}

  /** The first of them, and how many more there are. */
  static String line(List<String> wrong) {
    String more = wrong.size() > SHOWN ? " ... and %,d more".formatted(wrong.size() - SHOWN) : "";
    return String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size()))) + more;
  }
}
