package dev.assay.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A family of components: whatever plugins register for this interface can be chosen by {@code
 * type}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Kind {
  /** What a message calls one of them: {@code layer}, {@code stopping rule}. */
  String value();

  /** What a message calls several. */
  String plural();

  /**
   * The component that a bare number stands for: {@code learning_rate: 0.1} is a schedule of this
   * type whose first key is the number. Empty where a number means nothing.
   */
  String number() default "";
}
