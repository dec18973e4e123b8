package dev.assay.config.tree;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a YAML parser complains of, in words that help a person who wrote the file. */
record YamlError(String sentence, @Nullable String hint) {

  /** Translates what SnakeYAML says it was doing, and what it met. */
  static YamlError of(@Nullable String context, @Nullable String met) {
    String problem = Objects.requireNonNullElse(met, "");
    if (problem.contains("'\\t(TAB)'")) {
      return new YamlError("a tab cannot indent YAML", "use spaces");
    }
    if (problem.contains("mapping values are not allowed here")) {
      return new YamlError(
          "a `key:` cannot stand here",
          "check the indentation, or put a text that holds `: ` in quotes");
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
    String doing = context == null ? "" : context + ": ";
    return new YamlError((doing + problem).replaceAll("\\s+", " "), null);
  }
}
