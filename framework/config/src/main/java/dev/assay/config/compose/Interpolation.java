package dev.assay.config.compose;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values in the places of <code>${...}</code>.
 *
 * <p><code>${a.b}</code> is a key from the root, <code>${.x}</code> a key beside the one it stands
 * behind, <code>${..x}</code> one a mapping further out, and <code>${env:NAME:-default}</code> an
 * environment variable. An expression that is all there is gives what it refers to, whatever that
 * is; within a text it gives its words. <code>$${</code> is a dollar sign and a brace.
 *
 * @param origins is told which value was made of which
 * @param environment the environment's variables
 */
record Interpolation(
    Origins origins, Problems problems, Function<String, @Nullable String> environment) {

  private static final Pattern HOLE = Pattern.compile("\\$(\\$?)\\{([^{}]*)}");
  private static final Pattern VARIABLE =
      Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]*)(:-(.*))?", Pattern.DOTALL);
  private static final Pattern SECRET =
      Pattern.compile(".*(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|PRIVATE|API_?KEY).*");

  /** References to references must not unfold a small file into gigabytes. */
  private static final int LONGEST = 100_000;

  /** A value that could not be found; the reason has been reported. */
  static final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unresolved() {
      super(null, null, false, false);
    }
  }

  /** What references refer to, from one place in the tree. */
  interface References {

    /** What a reference refers to; {@code at} is the scalar that holds it. */
    Node target(Expression.Reference reference, Node.Scalar at);

    /** Whether a value was written for the place it is put in, as the argument of a block is. */
    boolean isArgument(Node value);
  }

  /** A scalar with everything put in. */
  Node filled(Node.Scalar scalar, References references) {
    if (!scalar.text().contains("${")) {
      return scalar;
    }
    try {
      Matcher matcher = HOLE.matcher(scalar.text());
      if (matcher.matches() && matcher.group(1).isEmpty()) {
        return placed(value(matcher.group(2), scalar, references), scalar, references);
      }
      String text = text(matcher.reset(), scalar, references);
      Node.Scalar filled = new Node.Scalar(text, scalar.plain(), scalar.span());
      origins.derived(filled, scalar);
      return filled;
    } catch (Unresolved e) {
      return new Node.Unknown(scalar.span());
    }
  }

  private String text(Matcher matcher, Node.Scalar scalar, References references) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    while (matcher.find()) {
      text.append(scalar.text(), done, matcher.start());
      boolean escaped = !matcher.group(1).isEmpty();
      text.append(
          escaped
              ? "${" + matcher.group(2) + "}"
              : words(value(matcher.group(2), scalar, references), scalar.span()));
      done = matcher.end();
    }
    if (done == 0) {
      throw fail(scalar.span(), "a `}` is missing behind `${`", null);
    }
    text.append(scalar.text().substring(done));
    if (text.length() > LONGEST) {
      throw fail(
          scalar.span(),
          "this becomes a text of more than %,d characters".formatted(LONGEST),
          null);
    }
    return text.toString();
  }

  /** A value in the place of an expression: that is where it is wrong if it does not fit. */
  private Node placed(Node value, Node.Scalar hole, References references) {
    if (references.isArgument(value)) {
      return value;
    }
    Node placed = value;
    if (value instanceof Node.Scalar scalar) {
      placed = new Node.Scalar(scalar.text(), scalar.plain(), hole.span());
    } else if (value instanceof Node.Sequence sequence) {
      placed = new Node.Sequence(sequence.items(), hole.span());
    } else if (value instanceof Node.Mapping mapping) {
      placed = new Node.Mapping(mapping.entries(), hole.span());
    }
    origins.derived(placed, hole);
    return placed;
  }

  private String words(Node value, Span at) {
    if (value instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    if (value instanceof Node.Unknown) {
      throw new Unresolved();
    }
    throw fail(at, "%s cannot stand within a text".formatted(value.kind()), null);
  }

  private Node value(String expression, Node.Scalar at, References references) {
    Matcher variable = VARIABLE.matcher(expression.strip());
    if (variable.matches()) {
      return variable(variable, at);
    }
    Expression parsed;
    try {
      parsed = Expression.parse(expression);
    } catch (IllegalArgumentException e) {
      throw fail(
          at.span(),
          String.valueOf(e.getMessage()),
          expression.contains(":") ? "`${env:NAME}` is an environment variable" : null);
    }
    if (parsed instanceof Expression.Reference reference) {
      return references.target(reference, at);
    }
    return new Node.Scalar(number(compute(parsed, at, references), at), true, at.span());
  }

  private Node variable(Matcher variable, Node.Scalar at) {
    String name = variable.group(1);
    if (SECRET.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
      throw fail(
          at.span(),
          "`%s` looks like a secret, and a configuration is written down".formatted(name),
          "Who needs a secret reads it from the environment.");
    }
    String value = environment.apply(name);
    if (value == null && variable.group(2) == null) {
      throw fail(
          at.span(),
          "the environment variable `%s` is not set".formatted(name),
          "`${env:%s:-value}` gives a default".formatted(name));
    }
    String text = value == null ? variable.group(3) : value;
    return new Node.Scalar(text, true, at.span()); // quotes around a `{` are there for YAML's sake
  }

  private double compute(Expression expression, Node.Scalar at, References references) {
    if (expression instanceof Expression.Literal number) {
      return number.value();
    }
    if (expression instanceof Expression.Reference reference) {
      return number(reference, references.target(reference, at), at);
    }
    Expression.Operation operation = (Expression.Operation) expression;
    double left = compute(operation.left(), at, references);
    double right = compute(operation.right(), at, references);
    return switch (operation.operator()) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "//" -> Math.floor(left / right);
      default -> left - right * Math.floor(left / right);
    };
  }

  private double number(Expression.Reference reference, Node value, Node.Scalar at) {
    try {
      return Double.parseDouble(words(value, at.span()).replace("_", ""));
    } catch (NumberFormatException e) {
      throw fail(
          at.span(), "`%s` is %s, not a number".formatted(reference.path(), value.kind()), null);
    }
  }

  private String number(double value, Node.Scalar at) {
    if (!Double.isFinite(value)) {
      throw fail(at.span(), "this is no number: is there a division by 0?", null);
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /** Reports why an expression has no value. */
  Unresolved fail(Span at, String message, @Nullable String hint) {
    problems.error(ComposeRules.REFERENCE, at, message, hint);
    return new Unresolved();
  }
}
