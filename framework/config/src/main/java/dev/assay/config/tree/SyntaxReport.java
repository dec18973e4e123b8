package dev.assay.config.tree;

import static dev.assay.config.tree.YamlReader.SYNTAX;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.text.Span;

/**
 * Says what is wrong with a text that is no YAML. A parser stumbles behind the mistake: what was
 * left open, or has no colon, is looked for before that place.
 */
record SyntaxReport(Source source, String text, Problems problems) {

  void report(Stumble stumble) {
    int at = stumble.index() < 1 ? 0 : text.offsetByCodePoints(0, stumble.index() - 1);
    int before = lineWithoutColon(stumble);
    if (text.startsWith("${", at)) {
      problems.error(
          SYNTAX, stumble.place(), "within brackets `${...}` needs quotes", "`\"${...}\"`");
    } else if (before > 0) {
      noColon(before);
    } else {
      unclosed(stumble);
    }
  }

  private void noColon(int number) {
    String line = source.line(number);
    int indent = line.length() - line.stripLeading().length();
    Span whole = new Span(source, number, indent + 1, number, line.stripTrailing().length() + 1);
    problems.error(SYNTAX, whole, "`%s` has no `:`".formatted(line.strip()), "`key: value`");
  }

  private void unclosed(Stumble stumble) {
    int opened = opened(stumble);
    Span place = stumble.place();
    if (opened < 0) {
      problems.error(SYNTAX, place, stumble.error().sentence(), stumble.error().hint());
      return;
    }
    problems.error(
        SYNTAX,
        source.place(text.codePointCount(0, opened)),
        "this `%c` is not closed".formatted(text.charAt(opened)),
        "What follows does not fit into it: see line %d, column %d."
            .formatted(place.line(), place.column()));
  }

  /** The number of a line that is a key but for its colon; 0 if the mistake is another one. */
  private int lineWithoutColon(Stumble stumble) {
    if (stumble.error().isNoKey() && stumble.begunLine() > 0) {
      return stumble.begunLine();
    }
    boolean misplaced = stumble.error().isMisplacedKey() && stumble.exact();
    int before = misplaced ? stumble.place().line() - 1 : 0;
    boolean lacks = before > 0 && lacksColon(source.line(before), source.line(before + 1));
    return lacks ? before : 0;
  }

  /** Whether a line before that of a misplaced key is a key itself, but for its colon. */
  private static boolean lacksColon(String line, String next) {
    String word = line.strip();
    int indent = line.length() - line.stripLeading().length();
    boolean beside = indent == next.length() - next.stripLeading().length();
    return beside && word.matches("[A-Za-z].*") && !word.contains(":");
  }

  /** The index of what was left open on an earlier line, and should be mended there; or -1. */
  private int opened(Stumble stumble) {
    Unclosed brackets = new Unclosed(text);
    boolean earlier = stumble.begunIndex() >= 0 && stumble.begunLine() < stumble.place().line();
    int start = earlier ? text.offsetByCodePoints(0, stumble.begunIndex()) : -1;
    char first = start < 0 || start >= text.length() ? ' ' : text.charAt(start);
    if ((first == '[' || first == '{') && !brackets.isClosed(start)) {
      return start;
    }
    if (first == '"' || first == '\'') {
      return start;
    }
    return brackets.quoteRunningInto(text.offsetByCodePoints(0, stumble.index()));
  }
}
