package dev.assay.config.text;

import java.util.List;

/**
 * A text that positions refer to: a file, or what stood behind a command-line option.
 *
 * @param name what a message calls it, for a file the path as the user gave it
 * @param text the whole text
 * @param lines the text, cut at its line ends
 */
public record Source(String name, String text, List<String> lines) {

  public Source {
    lines = List.copyOf(lines);
  }

  /** A source whose lines are taken from {@code text}. */
  public static Source of(String name, String text) {
    return new Source(name, text, text.lines().toList());
  }

  /** The line with this number, counted from 1; empty past the end, where a parser may point at. */
  public String line(int number) {
    return number <= lines.size() ? lines.get(number - 1) : "";
  }

  /** The place before the first character, for a problem that concerns the whole text. */
  public Span start() {
    return new Span(this, 1, 1, 1, 1);
  }

  /** The place of the character with this number, in code points from 0. */
  public Span place(int codePoint) {
    int length = text.codePointCount(0, text.length());
    String before = text.substring(0, text.offsetByCodePoints(0, Math.min(codePoint, length)));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
    return new Span(this, line, column, line, column + 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
