package dev.assay.config.diagnostics;

import dev.assay.config.diagnostics.Problem.Severity;
import dev.assay.config.text.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Problems for people: place and sentence, the source line with a caret under what is wrong, and
 * the hint.
 *
 * @param color whether to use the terminal's colours
 */
public record TextRenderer(boolean color) {

  private static final String BOLD = "\u001B[1m";
  private static final String RED = "\u001B[31m";
  private static final String YELLOW = "\u001B[33m";
  private static final String RESET = "\u001B[0m";

  /** All problems, with an empty line between any two. */
  public String render(List<Problem> problems) {
    return problems.stream().map(this::render).collect(Collectors.joining("\n"));
  }

  /** One problem; ends with a line end. */
  public String render(Problem problem) {
    Span span = problem.span();
    StringBuilder text = new StringBuilder(paint(BOLD, span + ": "));
    if (problem.severity() == Severity.WARNING) {
      text.append(paint(YELLOW, "warning: "));
    }
    text.append(problem.message()).append('\n');
    if (!span.source().line(span.line()).isBlank()) {
      excerpt(text, span);
    }
    if (problem.hint() != null) {
      text.append(problem.hint()).append('\n');
    }
    problem.notes().forEach(note -> text.append("(").append(note).append(")\n"));
    return text.toString();
  }

  private void excerpt(StringBuilder text, Span span) {
    String line = span.source().line(span.line());
    String number = " " + span.line() + " ";
    String margin = " ".repeat(number.length());
    int width = line.codePointCount(0, line.length());
    int start = Math.min(span.column(), width + 1);
    int end = span.endLine() == span.line() ? span.endColumn() : width + 1;
    String carets = "^".repeat(Math.max(1, Math.min(end, width + 1) - start));
    text.append('\n').append(number).append("| ").append(line.stripTrailing()).append('\n');
    text.append(margin).append("| ").append(blank(line, start - 1)).append(paint(RED, carets));
    text.append('\n');
  }

  /** As much room as the first {@code count} characters take, tabs kept. */
  private static String blank(String line, int count) {
    return line.codePoints()
        .limit(count)
        .mapToObj(c -> c == '\t' ? "\t" : " ")
        .collect(Collectors.joining());
  }

  private String paint(String code, String text) {
    return color ? code + text + RESET : text;
  }
}
