package dev.assay.config.bind;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of these keys, which are null or empty where they are not given, one is given and the others are
 * not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {ExactlyOneOf.OfRecord.class})
public @interface ExactlyOneOf {

  /** The record components. */
  String[] value();

  /** Made of the keys. */
  String message() default "";

  /** Not used. */
  Class<?>[] groups() default {};

  /** Not used. */
  Class<? extends Payload>[] payload() default {};

  /** Says which key is one too many. */
  final class OfRecord implements ConstraintValidator<ExactlyOneOf, Record> {
    private String[] components = {};

    @Override
    public void initialize(ExactlyOneOf constraint) {
      components = constraint.value();
    }

    @Override
    public boolean isValid(Record record, ConstraintValidatorContext context) {
      List<String> given = given(record, components);
      if (given.size() == 1) {
        return true;
      }
      String keys =
          String.join(
              " and ",
              Arrays.stream(components).map(c -> "`" + RecordType.snakeCase(c) + "`").toList());
      CrossField.report(
          context,
          given.isEmpty() ? "" : given.get(given.size() - 1),
          "exactly one of the keys %s is needed".formatted(keys));
      return false;
    }

    private static boolean isGiven(@Nullable Object value) {
      return value != null && !(value instanceof List<?> list && list.isEmpty());
    }

    static List<String> given(Record record, String... components) {
      RecordType type = RecordType.of(record.getClass());
      return type.keys().stream()
          .filter(key -> Arrays.asList(components).contains(key.component()))
          .filter(key -> isGiven(type.read(record, key)))
          .map(RecordType.Key::component)
          .toList();
    }
  }
}
