package dev.assay.config.diagnostics;

import dev.assay.config.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, or doubtful, in a configuration.
 *
 * <p>How a message reads: one short sentence that starts in lower case and has no full stop. It
 * says what stands there and what would be right, with both values. What the user typed, and what
 * they could type, stands in backticks. The remedy, the legal words and the nearest one belong into
 * the hint. Nothing in it names a Java class.
 *
 * @param span the smallest stretch of text that is wrong
 * @param notes how the text came to take part, and what it has overridden
 */
public record Problem(
    Severity severity,
    Rule rule,
    Span span,
    String message,
    @Nullable String hint,
    List<String> notes) {

  public Problem {
    notes = List.copyOf(notes);
  }

  /** The same problem with notes. */
  public Problem with(List<String> more) {
    return new Problem(severity, rule, span, message, hint, more);
  }

  /** An error stops everything that would run; a warning does not. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
