package dev.assay.config.diagnostics;

import dev.assay.config.diagnostics.Problem.Severity;
import dev.assay.config.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects problems, so that all of them are found in one pass. */
public final class Problems {

  /** File by file, from top to bottom. */
  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem p) -> p.span().source().name())
          .thenComparing(p -> p.span().line())
          .thenComparing(p -> p.span().column());

  private final Set<Problem> found = new LinkedHashSet<>();
  private int errors;

  public void error(Rule rule, Span span, String message) {
    error(rule, span, message, null);
  }

  public void error(Rule rule, Span span, String message, @Nullable String hint) {
    add(Severity.ERROR, rule, span, message, hint);
  }

  public void warning(Rule rule, Span span, String message, @Nullable String hint) {
    add(Severity.WARNING, rule, span, message, hint);
  }

  private void add(Severity severity, Rule rule, Span span, String message, @Nullable String hint) {
    Problem problem =
        new Problem(
            severity,
            rule,
            span,
            Legible.message(message),
            hint == null || hint.isEmpty() ? null : Legible.message(hint),
            List.of());
    if (found.add(problem) && severity == Severity.ERROR) {
      errors++;
    }
  }

  /** How many errors there are so far; a step compares it before and after, to see if it failed. */
  public int errors() {
    return errors;
  }

  public boolean hasErrors() {
    return errors() > 0;
  }

  /** All problems by file, in the order of their places. */
  public List<Problem> sorted() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(BY_PLACE);
    return sorted;
  }
}
