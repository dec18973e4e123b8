package dev.assay.engine.dataset;

import java.util.ArrayList;
import java.util.List;

/** How a text is made of words. */
public enum Wording {
  /** Each character is a word. */
  CHARACTERS,
  /** Words are what stands between white space. */
  SPACED,
  /**
   * Words are letters and digits in a row, with apostrophes and hyphens inside them; any other mark
   * is a word of its own, and so is the end of a line. White space just divides words.
   */
  WORDS;

  /** Marks that no space comes before. */
  private static final String CLOSING = ".,;:!?)]}";

  /** The words of a text. */
  public List<String> split(String text) {
    return switch (this) {
      case CHARACTERS -> text.codePoints().mapToObj(Character::toString).toList();
      case SPACED -> text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
      case WORDS -> words(text);
    };
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at + Character.charCount(text.codePointAt(at));
      if (isInWord(text, at)) {
        while (end < text.length() && isInWord(text, end)) {
          end += Character.charCount(text.codePointAt(end));
        }
      }
      String word = text.substring(at, end);
      if (word.equals("\n") || !word.isBlank()) {
        words.add(word);
      }
      at = end;
    }
    return words;
  }

  /** An apostrophe or a hyphen belongs to the word if letters or digits stand on both sides. */
  private static boolean isInWord(String text, int at) {
    int c = text.codePointAt(at);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    boolean joins = c == '\'' || c == '\u2019' || c == '-';
    return joins
        && at > 0
        && Character.isLetterOrDigit(text.codePointBefore(at))
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.codePointAt(at + 1));
  }

  /** A text of words. */
  public String join(List<String> words) {
    return switch (this) {
      case CHARACTERS -> String.join("", words);
      case SPACED -> String.join(" ", words);
      case WORDS -> sentence(words);
    };
  }

  private static String sentence(List<String> words) {
    StringBuilder text = new StringBuilder();
    boolean lineStarts = true;
    for (String word : words) {
      boolean lineEnds = word.equals("\n");
      text.append(lineStarts || lineEnds || CLOSING.contains(word) ? "" : " ").append(word);
      lineStarts = lineEnds;
    }
    return text.toString();
  }
}
