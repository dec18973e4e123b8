package dev.assay.config.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recursive descent: sums of products of factors. */
final class ExpressionParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*([0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?" // a number
              + "|\\.*[A-Za-z_][A-Za-z0-9_./\\-]*(?:\\[[0-9]+][A-Za-z0-9_.]*)*" // a path
              + "|//|[-+*/%()])\\s*");

  private static final List<String> SUMS = List.of("+", "-");
  private static final List<String> PRODUCTS = List.of("*", "//", "/", "%");

  /** Whoever writes more computes; and each bracket is a step down. */
  private static final int LONGEST = 500;

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  ExpressionParser(String text) {
    this.text = text;
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "an expression has %d characters at most, not %,d".formatted(LONGEST, text.length()));
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("there is nothing between `${` and `}`");
    }
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new IllegalArgumentException(
            "`%s` is no expression: it cannot be read from `%s` on"
                .formatted(text.strip(), text.substring(end).strip()));
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
  }

  Expression parse() {
    Expression all = sum();
    if (next < tokens.size()) {
      throw new IllegalArgumentException(
          "`%s` is no expression: there is a `%s` too many"
              .formatted(text.strip(), tokens.get(next)));
    }
    return all;
  }

  private Expression sum() {
    Expression left = product();
    while (next < tokens.size() && SUMS.contains(tokens.get(next))) {
      left = new Expression.Operation(tokens.get(next++), left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = factor();
    while (next < tokens.size() && PRODUCTS.contains(tokens.get(next))) {
      left = new Expression.Operation(tokens.get(next++), left, factor());
    }
    return left;
  }

  private Expression factor() {
    String token = next < tokens.size() ? tokens.get(next++) : "";
    if (token.equals("-")) {
      return new Expression.Operation("-", new Expression.Literal(0), factor());
    }
    if (token.equals("(")) {
      Expression inner = sum();
      if (next == tokens.size() || !tokens.get(next++).equals(")")) {
        throw new IllegalArgumentException(
            "`%s` is no expression: a `)` is missing".formatted(text.strip()));
      }
      return inner;
    }
    if (token.isEmpty() || "+*/%)//".contains(token)) {
      throw new IllegalArgumentException(
          "`%s` is no expression: a key or a number is missing".formatted(text.strip()));
    }
    return leaf(token);
  }

  private static Expression leaf(String token) {
    if (Character.isDigit(token.charAt(0))) {
      return new Expression.Literal(Double.parseDouble(token.replace("_", "")));
    }
    int dots = 0;
    while (token.charAt(dots) == '.') {
      dots++;
    }
    return new Expression.Reference(token.substring(dots), dots - 1);
  }
}
