package dev.assay.config.diagnostics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of strangers in a form that can be shown: a file must neither flood a terminal nor steer
 * it.
 */
public final class Legible {

  /** What is quoted is shortened to this many characters. */
  private static final int LONGEST = 100;

  private static final Pattern QUOTED = Pattern.compile("`[^`]{" + (LONGEST + 1) + ",}`");

  private Legible() {}

  /** A message: whatever is long in it is cut, and what cannot be seen stands there as a code. */
  static String message(String text) {
    Matcher matcher = QUOTED.matcher(text);
    String cut =
        text.length() <= LONGEST
            ? text
            : matcher.replaceAll(
                quoted -> Matcher.quoteReplacement(quoted.group().substring(0, LONGEST) + "...`"));
    if (cut.codePoints().allMatch(Legible::isVisible)) {
      return cut;
    }
    StringBuilder shown = new StringBuilder();
    cut.codePoints()
        .forEach(c -> shown.append(isVisible(c) ? Character.toString(c) : "\\u%04x".formatted(c)));
    return shown.toString();
  }

  /** A line of a file, each character in its own column. */
  static String line(String text) {
    if (text.codePoints().allMatch(c -> c == '\t' || isVisible(c))) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\t' || isVisible(c) ? c : '\uFFFD')
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** Neither a control character nor one that turns the direction of what follows. */
  private static boolean isVisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
  }
}
