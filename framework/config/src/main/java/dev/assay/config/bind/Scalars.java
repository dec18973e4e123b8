package dev.assay.config.bind;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.tree.Node;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/** Single values: the raw text, read as the type that the key asks for. */
final class Scalars {

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern REAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  /** A number with more digits is beyond any type, and takes long to read. */
  private static final int LONGEST = 40;

  private Scalars() {}

  /**
   * A value that is not what the key takes; its reason continues a sentence that starts with the
   * key, or is empty.
   */
  static final class Mismatch extends Exception {
    private static final long serialVersionUID = 1;

    Mismatch(String message) {
      super(message, null, false, false);
    }

    Mismatch() {
      this("");
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Whether a value is a number. */
  static boolean isNumber(Node node) {
    try {
      return node instanceof Node.Scalar scalar && Double.isFinite(real(scalar));
    } catch (Mismatch e) {
      return false;
    }
  }

  /** A whole number that fits. {@code 1e3} is one too, since people write steps like this. */
  static Object whole(Node.Scalar scalar, boolean wide) throws Mismatch {
    String text = plain(scalar);
    BigInteger value;
    if (text.length() > LONGEST && REAL.matcher(text).matches()) {
      throw new Mismatch(tooLarge(text, wide));
    }
    if (WHOLE.matcher(text).matches()) {
      value = new BigInteger(text);
    } else if (REAL.matcher(text).matches()) {
      value = integral(text, wide);
    } else {
      throw new Mismatch();
    }
    if (value.bitLength() >= (wide ? 64 : 32)) {
      throw new Mismatch(tooLarge(text, wide));
    }
    return wide ? (Object) value.longValue() : (Object) value.intValue();
  }

  private static BigInteger integral(String text, boolean wide) throws Mismatch {
    BigDecimal decimal = new BigDecimal(text);
    if (Math.abs(decimal.precision() - (long) decimal.scale()) > 30) {
      throw new Mismatch(tooLarge(text, wide));
    }
    try {
      return decimal.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new Mismatch();
    }
  }

  private static String tooLarge(String text, boolean wide) {
    return "takes a whole number of %d bits, and `%s` is beyond them"
        .formatted(wide ? 64 : 32, text);
  }

  /** A finite number. */
  static double real(Node.Scalar scalar) throws Mismatch {
    String text = plain(scalar);
    if (!REAL.matcher(text).matches()) {
      throw new Mismatch();
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new Mismatch("takes a number of 64 bits, and `%s` is beyond them".formatted(text));
    }
    return value;
  }

  static boolean flag(Node.Scalar scalar) throws Mismatch {
    return switch (plain(scalar)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Mismatch();
    };
  }

  static String text(Node.Scalar scalar) throws Mismatch {
    if (scalar.isNull()) {
      throw new Mismatch();
    }
    return scalar.text();
  }

  static Object parsed(Node.Scalar scalar, ValueType.Parsed type) throws Mismatch {
    try {
      return type.factory().invoke(null, text(scalar));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw new Mismatch(
            wrong.getMessage() == null ? "" : wrong.getMessage() + meant(scalar, type));
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String meant(Node.Scalar scalar, ValueType.Parsed type) {
    String question = Nearest.question(scalar.text(), List.of(type.form().words()));
    return question.isEmpty() ? "" : "; " + question;
  }

  /** A number or a flag in quotes is a text: somebody who quotes it means the text. */
  private static String plain(Node.Scalar scalar) throws Mismatch {
    if (!scalar.plain()) {
      throw new Mismatch();
    }
    return scalar.text();
  }
}
