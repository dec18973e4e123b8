package dev.assay.config.bind;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What constraints say, continuing a sentence that starts with a key: {@code must be greater than
 * 0}. A constraint that has a message of its own says that. Nothing in a message is evaluated, so a
 * file cannot smuggle an expression in.
 */
final class ConstraintMessages implements MessageInterpolator {

  @Override
  public String interpolate(String template, Context context) {
    if (!template.startsWith("{")) {
      return template;
    }
    Map<String, Object> attributes = context.getConstraintDescriptor().getAttributes();
    Object value = attributes.get("value");
    boolean inclusive = !Boolean.FALSE.equals(attributes.get("inclusive"));
    String name =
        context.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (name) {
      case "Positive" -> "must be greater than 0";
      case "PositiveOrZero" -> "must be 0 or greater";
      case "Min" -> "must be at least " + value;
      case "Max" -> "must be at most " + value;
      case "DecimalMin" -> "must be " + (inclusive ? "at least " : "greater than ") + value;
      case "DecimalMax" -> "must be " + (inclusive ? "at most " : "less than ") + value;
      case "NotEmpty", "NotBlank" -> "must not be empty";
      case "Size" -> size(attributes);
      default -> throw new IllegalStateException("@" + name + " needs a message of its own");
    };
  }

  private static String size(Map<String, Object> attributes) {
    int min = (Integer) Objects.requireNonNull(attributes.get("min"));
    int max = (Integer) Objects.requireNonNull(attributes.get("max"));
    String most = max == Integer.MAX_VALUE ? " or more" : " to " + max;
    return "must have " + (min == max ? min : min + most) + " items";
  }

  @Override
  public String interpolate(String template, Context context, Locale locale) {
    return interpolate(template, context);
  }
}
