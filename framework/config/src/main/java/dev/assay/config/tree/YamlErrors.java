package dev.assay.config.tree;

import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** SnakeYAML's complaints in words that help a person who wrote the file. */
final class YamlErrors {

  private YamlErrors() {}

  static String sentence(MarkedYAMLException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (problem.contains("'\\t(TAB)'")) {
      return "a tab cannot indent YAML";
    }
    if (problem.contains("mapping values are not allowed here")) {
      return "a `key:` cannot stand here";
    }
    if (problem.startsWith("expected <block end>") || problem.contains("but found '<block")) {
      return "this line does not fit the indentation of the lines before it";
    }
    if (problem.contains("found unexpected end of stream")) {
      return "the file ends inside a quoted text";
    }
    if (problem.startsWith("expected ',' or")) {
      return "a `,` or the closing bracket is missing before this";
    }
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return (context + problem).replaceAll("\\s+", " ");
  }

  static @Nullable String hint(MarkedYAMLException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (problem.contains("'\\t(TAB)'")) {
      return "use spaces";
    }
    if (problem.contains("mapping values are not allowed here")) {
      return "check the indentation, or put a text that holds `: ` in quotes";
    }
    return null;
  }

  static String sentence(ReaderException e) {
    return "the character U+%s is not allowed in YAML"
        .formatted(String.format(Locale.ROOT, "%04X", e.getCodePoint()));
  }

  /** A reader's position counts code points from the start of the text. */
  static Span place(Source source, ReaderException e) {
    String text = source.text();
    int end =
        text.offsetByCodePoints(
            0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
    String before = text.substring(0, end);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
    return new Span(source, line, column, line, column + 1);
  }
}
