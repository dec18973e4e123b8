package dev.assay.config.bind;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** The keys of the record, a {@link CrossField}, must fit each other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {Consistent.OfRecord.class})
public @interface Consistent {

  /** The record's own sentences. */
  String message() default "";

  /** Not used. */
  Class<?>[] groups() default {};

  /** Not used. */
  Class<? extends Payload>[] payload() default {};

  /** Asks the record. */
  final class OfRecord implements ConstraintValidator<Consistent, CrossField> {

    @Override
    public boolean isValid(CrossField record, ConstraintValidatorContext context) {
      List<CrossField.Clash> clashes = record.clashes();
      clashes.forEach(clash -> CrossField.report(context, clash.component(), clash.sentence()));
      return clashes.isEmpty();
    }
  }
}
