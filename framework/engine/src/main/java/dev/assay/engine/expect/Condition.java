package dev.assay.engine.expect;

import dev.assay.config.bind.FromText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bound on a number: {@code >= 0.98}, {@code < 0.01}, or a number that it has to equal. */
public record Condition(String operator, double bound) {

  private static final Pattern FORM =
      Pattern.compile("(>=|<=|>|<|==)?\\s*([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)");

  /** Reads a bound. */
  @FromText("a bound such as `>= 0.98`, or a number")
  public static Condition parse(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "takes a bound such as `>= 0.98`, or a number, not `%s`".formatted(text));
    }
    String operator = matcher.group(1) == null ? "==" : matcher.group(1);
    return new Condition(operator, Double.parseDouble(matcher.group(2)));
  }

  /**
   * Whether a number satisfies it.
   *
   * @param tolerance how far an equal number may be off
   */
  public boolean holds(double value, double tolerance) {
    return switch (operator) {
      case ">=" -> value >= bound;
      case "<=" -> value <= bound;
      case ">" -> value > bound;
      case "<" -> value < bound;
      default -> Math.abs(value - bound) <= tolerance;
    };
  }

  @Override
  public String toString() {
    String number =
        bound == Math.rint(bound) && Math.abs(bound) < 1e15
            ? String.format(Locale.ROOT, "%.0f", bound)
            : Double.toString(bound);
    return operator.equals("==") ? number : operator + " " + number;
  }
}
