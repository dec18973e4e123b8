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

  /** Nobody reads more than this; a file that is no configuration may have thousands. */
  private static final int MOST = 500;

  /** A longer line is shown around what is wrong with it. */
  private static final int WIDEST = 200;

  private static final int CONTEXT = 60;

  /** All problems, with an empty line between any two; the first ones, if there are too many. */
  public String render(List<Problem> problems) {
    String text = problems.stream().limit(MOST).map(this::render).collect(Collectors.joining("\n"));
    int more = problems.size() - MOST;
    return more <= 0 ? text : "%s%nand %,d more".formatted(text, more) + "\n";
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
    String whole = Legible.line(span.source().line(span.line()));
    String number = " " + span.line() + " ";
    String margin = " ".repeat(number.length());
    int width = whole.codePointCount(0, whole.length());
    int first = Math.min(span.column(), width + 1);
    int last = span.endLine() == span.line() ? Math.min(span.endColumn(), width + 1) : width + 1;
    int from = width <= WIDEST ? 1 : Math.max(1, first - CONTEXT);
    int to = width <= WIDEST ? width + 1 : Math.min(width + 1, first + WIDEST - CONTEXT);
    String line = part(whole, from - 1, to - 1);
    String carets = "^".repeat(Math.max(1, Math.min(last, to) - first));
    text.append('\n').append(number).append(from > 1 ? "|..." : "| ");
    text.append(line.stripTrailing()).append(to <= width ? "..." : "").append('\n');
    text.append(margin).append(from > 1 ? "|   " : "| ").append(blank(line, first - from));
    text.append(paint(RED, carets)).append('\n');
  }

  /** The code points of a line from one to before another. */
  private static String part(String line, int from, int to) {
    return line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
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
