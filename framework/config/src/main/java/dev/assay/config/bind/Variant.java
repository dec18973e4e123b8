package dev.assay.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that is chosen among the records of a sealed interface by one key of its own: the
 * item {@code {repeat: 2, layers: [...]}} is a repetition because it has the key {@code repeat}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Variant {
  /** The key that only this record has. */
  String value();
}
