package dev.assay.config.bind;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.hibernate.validator.HibernateValidatorConfiguration;

/** The limits of a key, kept by each number that a component stands for. */
final class BoundedLimits {

  private BoundedLimits() {}

  /** Tells Hibernate Validator who checks them. */
  static HibernateValidatorConfiguration known(HibernateValidatorConfiguration configuration) {
    var mapping = configuration.createConstraintMapping();
    mapping
        .constraintDefinition(DecimalMin.class)
        .includeExistingValidators(true)
        .validatedBy(Least.class);
    mapping
        .constraintDefinition(DecimalMax.class)
        .includeExistingValidators(true)
        .validatedBy(Greatest.class);
    return configuration.addMapping(mapping);
  }

  /** Looks at the least number. */
  public static final class Least implements ConstraintValidator<DecimalMin, Bounded> {
    private Limits limits = Limits.NONE;

    @Override
    public void initialize(DecimalMin limit) {
      limits = Limits.of(limit);
    }

    @Override
    public boolean isValid(Bounded value, ConstraintValidatorContext context) {
      return limits.admit(value.least());
    }
  }

  /** Looks at the greatest number. */
  public static final class Greatest implements ConstraintValidator<DecimalMax, Bounded> {
    private Limits limits = Limits.NONE;

    @Override
    public void initialize(DecimalMax limit) {
      limits = Limits.of(limit);
    }

    @Override
    public boolean isValid(Bounded value, ConstraintValidatorContext context) {
      return limits.admit(value.greatest());
    }
  }
}
