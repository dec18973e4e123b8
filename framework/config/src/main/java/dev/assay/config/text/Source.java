package dev.assay.config.text;

import java.util.List;

/** A text that positions refer to: a file, or what stood behind a command-line option. */
public final class Source {

  private final String name;
  private final String text;
  private final List<String> lines;

  private Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lines = text.lines().toList();
  }

  /**
   * A text.
   *
   * @param name what a message calls it, for a file the path as the user gave it
   */
  public static Source of(String name, String text) {
    return new Source(name, text);
  }

  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
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
