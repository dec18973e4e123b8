package dev.assay.config.tree;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a YAML parser complains of, in words that help a person who wrote the file. */
record YamlError(String sentence, @Nullable String hint) {

  private static final Pattern CANNOT_START =
      Pattern.compile("found character '(.)' that cannot start any token");
  private static final Pattern NO_ESCAPE = Pattern.compile("found unknown escape character (.)");

  private static final String MISPLACED_KEY = "a `key:` cannot stand here";

  /** Whether a word stands where only a key can. */
  boolean isNoKey() {
    return sentence.contains("could not find expected ':'");
  }

  boolean isMisplacedKey() {
    return sentence.equals(MISPLACED_KEY);
  }

  /** Translates what SnakeYAML says it was doing, and what it met. */
  static YamlError of(@Nullable String context, @Nullable String met) {
    String problem = Objects.requireNonNullElse(met, "");
    if (problem.contains("'\\t(TAB)'")) {
      return new YamlError("a tab cannot indent YAML", "use spaces");
    }
    if (problem.contains("mapping values are not allowed here")) {
      return new YamlError(
          MISPLACED_KEY, "check the indentation, or put a text that holds `: ` in quotes");
    }
    if (problem.startsWith("expected <block end>") || problem.contains("but found '<block")) {
      return new YamlError("this line does not fit the indentation of the lines before it", null);
    }
    if (problem.contains("found unexpected end of stream")) {
      return new YamlError("the file ends inside a quoted text", null);
    }
    if (problem.startsWith("expected ',' or")) {
      return new YamlError("a `,` or the closing bracket is missing before this", null);
    }
    Matcher start = CANNOT_START.matcher(problem);
    if (start.find()) {
      return new YamlError(
          "a text cannot start with `%s` unless it is in quotes".formatted(start.group(1)), null);
    }
    Matcher escape = NO_ESCAPE.matcher(problem);
    if (escape.find()) {
      return new YamlError(
          "`\\%s` means nothing between double quotes".formatted(escape.group(1)),
          "`\\\\` is a backslash; between single quotes each letter is itself.");
    }
    if (problem.startsWith("unexpected character found")) {
      return new YamlError(
          "a text that starts with `*` or `&` needs quotes", "For YAML they are references.");
    }
    String doing = context == null ? "" : context + ": ";
    return new YamlError((doing + problem).replaceAll("\\s+", " "), null);
  }
}
