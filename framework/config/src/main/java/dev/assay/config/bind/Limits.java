package dev.assay.config.bind;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The range of a key, as its constraints say it: for documentation and for the schema. Hibernate
 * Validator is who checks them.
 *
 * @param above whether {@code min} itself is out of range
 * @param below whether {@code max} itself is out of range
 * @param minItems the least length of a list or mapping
 * @param maxItems the greatest, or null
 * @param pattern a regular expression for the whole text, or null
 */
public record Limits(
    @Nullable Double min,
    boolean above,
    @Nullable Double max,
    boolean below,
    int minItems,
    @Nullable Integer maxItems,
    @Nullable String pattern) {

  /** No limits. */
  public static final Limits NONE = new Limits(null, false, null, false, 0, null, null);

  private static final Set<Class<? extends Annotation>> KNOWN =
      Set.of(
          Positive.class,
          PositiveOrZero.class,
          Min.class,
          Max.class,
          DecimalMin.class,
          DecimalMax.class,
          NotEmpty.class,
          Size.class,
          Pattern.class);

  /** Beyond it a whole number may not be a {@code double}. */
  private static final double EXACT = 1L << 53;

  /** Whether limits tell all that a constraint does. */
  static boolean know(Annotation constraint) {
    return KNOWN.contains(constraint.annotationType())
        && (!(constraint instanceof Pattern form) || form.flags().length == 0);
  }

  static Limits of(Annotation... annotations) {
    Limits limits = NONE;
    for (Annotation annotation : annotations) {
      limits = limits.with(annotation);
    }
    return limits;
  }

  private Limits with(Annotation constraint) {
    if (constraint instanceof Positive) {
      return from(0, true);
    } else if (constraint instanceof PositiveOrZero) {
      return from(0, false);
    } else if (constraint instanceof Min limit) {
      return from((double) limit.value(), false);
    } else if (constraint instanceof DecimalMin limit) {
      return from(Double.parseDouble(limit.value()), !limit.inclusive());
    } else if (constraint instanceof Max limit) {
      return to((double) limit.value(), false);
    } else if (constraint instanceof DecimalMax limit) {
      return to(Double.parseDouble(limit.value()), !limit.inclusive());
    } else if (constraint instanceof NotEmpty) {
      return new Limits(min, above, max, below, 1, maxItems, pattern);
    } else if (constraint instanceof Size size) {
      Integer most = size.max() == Integer.MAX_VALUE ? null : size.max();
      return new Limits(min, above, max, below, size.min(), most, pattern);
    } else if (constraint instanceof Pattern form) {
      return new Limits(min, above, max, below, minItems, maxItems, form.regexp());
    }
    return this;
  }

  private Limits from(double least, boolean exclusive) {
    return new Limits(least, exclusive, max, below, minItems, maxItems, pattern);
  }

  private Limits to(double greatest, boolean exclusive) {
    return new Limits(min, above, greatest, exclusive, minItems, maxItems, pattern);
  }

  /**
   * Whether a value is plainly within these limits. If not, it may still be: Hibernate Validator is
   * who refuses.
   */
  boolean plainlyAdmit(Object value) {
    if (areNone()) {
      return true;
    } else if (value instanceof Number number) {
      return admit(number.doubleValue()) && Math.abs(number.doubleValue()) < EXACT;
    } else if (value instanceof Bounded numbers) {
      return admit(numbers.least()) && admit(numbers.greatest());
    } else if (value instanceof Collection<?> items) {
      return admitSize(items.size());
    } else if (value instanceof Map<?, ?> entries) {
      return admitSize(entries.size());
    }
    return value instanceof String text
        && (pattern == null || text.matches(pattern))
        && admitSize(text.length());
  }

  boolean areNone() {
    return min == null && max == null && minItems == 0 && maxItems == null && pattern == null;
  }

  /** Whether a number is in the range. */
  boolean admit(double value) {
    return (min == null || (above ? value > min : value >= min))
        && (max == null || (below ? value < max : value <= max));
  }

  private boolean admitSize(int size) {
    return size >= minItems && (maxItems == null || size <= maxItems);
  }

  /** The range in words, {@code above 0, at most 1}; empty where there is none. */
  public String describe() {
    String from = min == null ? "" : (above ? "above " : "at least ") + number(min);
    String to = max == null ? "" : (below ? "below " : "at most ") + number(max);
    return String.join(", ", Stream.of(from, to, length()).filter(s -> !s.isEmpty()).toList());
  }

  /** How long a text, a list or a mapping can be, in words. */
  private String length() {
    if (maxItems == null) {
      return minItems > 0 ? "not empty" : "";
    }
    if (minItems == maxItems) {
      return "of length " + maxItems;
    }
    return minItems == 0
        ? "at most %d items".formatted(maxItems)
        : "%d to %d items".formatted(minItems, maxItems);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
