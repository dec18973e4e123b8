package dev.assay.config.bind;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;

/** The Jakarta Validation constraints of records, checked by Hibernate Validator. */
final class Constraints {

  /** Made on first use: a file that is plainly right does not pay for it. */
  private static final class Holder {
    static final Validator VALIDATOR =
        BoundedLimits.known(Validation.byProvider(HibernateValidator.class).configure())
            .ignoreXmlConfiguration()
            .messageInterpolator(new ConstraintMessages())
            .buildValidatorFactory()
            .getValidator();
  }

  private Constraints() {}

  /**
   * What the constraints of one record component say of a value: {@code must be greater than 0}.
   */
  static List<String> ofValue(RecordType type, RecordType.Key key, Object value) {
    return PlainConstraints.of(type.java()).keptBy(value, key)
        ? List.of()
        : judged(type.java(), key.component(), value);
  }

  /** What Hibernate Validator says of a value. */
  static List<String> judged(Class<? extends Record> type, String component, Object value) {
    return sentences(Holder.VALIDATOR.validateValue(type, component, value));
  }

  /** What the constraints across components say of a record. */
  static List<CrossField.Clash> ofRecord(Record value) {
    return PlainConstraints.of(value.getClass()).keptAsAWhole(value)
        ? List.of()
        : Holder.VALIDATOR.validate(value).stream()
            .map(v -> new CrossField.Clash(v.getPropertyPath().toString(), v.getMessage()))
            .sorted(Comparator.comparing(CrossField.Clash::sentence))
            .toList();
  }

  private static <T> List<String> sentences(Set<ConstraintViolation<T>> violations) {
    return violations.stream().map(ConstraintViolation::getMessage).sorted().toList();
  }
}
