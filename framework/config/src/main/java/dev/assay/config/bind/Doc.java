package dev.assay.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key, a component or a word means, in one line; what all components of a kind have in
 * common; what those of a package are, in a few words. Reference pages, hints, {@code assay
 * explain} and the JSON Schema are made from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD, ElementType.PACKAGE})
public @interface Doc {
  /** One sentence, with a full stop. */
  String value();

  /** What the number counts or is measured in: {@code samples}, {@code epochs}, {@code seconds}. */
  String unit() default "";
}
