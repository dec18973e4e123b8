package dev.assay.config.compose;

/**
 * What stands between <code>${</code> and <code>}</code>: references and numbers with {@code + - *
 * / // %} and parentheses. {@code /} divides, {@code //} divides and rounds down, {@code %} is what
 * is then left.
 */
sealed interface Expression {

  /** A number that is written. */
  record Literal(double value) implements Expression {}

  /**
   * A path.
   *
   * @param up where it starts: -1 at the root of the tree, 0 in the mapping that it stands in, 1 in
   *     the one around that, and so on
   */
  record Reference(String path, int up) implements Expression {}

  /** Two operands, and what is done with them. */
  record Operation(String operator, Expression left, Expression right) implements Expression {}

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException with a sentence if the text is none
   */
  static Expression parse(String text) {
    return new ExpressionParser(text).parse();
  }
}
