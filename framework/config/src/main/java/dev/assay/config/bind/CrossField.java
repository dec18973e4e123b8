package dev.assay.config.bind;

import jakarta.validation.ConstraintValidatorContext;
import java.util.List;

/**
 * A record that says itself which of its keys do not fit each other; {@link Consistent} asks it.
 */
public interface CrossField {

  /**
   * Keys that do not fit.
   *
   * @param component the one to show, or nothing for the record as a whole
   */
  record Clash(String component, String sentence) {}

  /** All that do not fit; nothing where the record is right. */
  List<Clash> clashes();

  /** Reports a violation at a component. */
  static void report(ConstraintValidatorContext context, String component, String sentence) {
    context.disableDefaultConstraintViolation();
    ConstraintValidatorContext.ConstraintViolationBuilder violation =
        context.buildConstraintViolationWithTemplate(sentence);
    if (component.isEmpty()) {
      violation.addConstraintViolation();
    } else {
      violation.addPropertyNode(component).addConstraintViolation();
    }
  }
}
