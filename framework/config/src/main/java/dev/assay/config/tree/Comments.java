package dev.assay.config.tree;

import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The comments of a file, found by the places of the values that they stand beside. */
final class Comments {

  private Comments() {}

  /**
   * The comments and empty lines above the line that a key or an item begins, without indentation.
   */
  static List<String> above(Span span) {
    Source source = span.source();
    List<String> lines = new ArrayList<>();
    if (!begins(span)) {
      return lines;
    }
    for (int line = span.line() - 1; line > 0; line--) {
      String text = source.line(line).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        break;
      }
      lines.add(0, text);
    }
    while (!lines.isEmpty() && lines.get(0).isEmpty() && span.line() - lines.size() > 1) {
      lines.remove(0);
      if (lines.isEmpty() || !lines.get(0).isEmpty()) {
        lines.add(0, ""); // one empty line of several
        break;
      }
    }
    return lines;
  }

  /** Whether nothing but indentation and dashes stands before a place on its line. */
  private static boolean begins(Span span) {
    String line = span.source().line(span.line());
    int end =
        line.offsetByCodePoints(
            0, Math.min(span.column() - 1, line.codePointCount(0, line.length())));
    return line.substring(0, end).replace("-", " ").isBlank();
  }

  /** The comment behind a value, if it is the last thing on its line; without the {@code #}. */
  static String behind(Span span) {
    String line = span.source().line(span.endLine());
    int length = line.codePointCount(0, line.length());
    String rest =
        line.substring(line.offsetByCodePoints(0, Math.min(span.endColumn() - 1, length)));
    String text = rest.strip();
    return text.startsWith("#") ? text.substring(1).strip() : "";
  }
}
