package dev.assay.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What other frameworks call a component. Such a word chooses nothing; but whoever writes it is
 * told the component's name, and the reference pages have it, so that it can be searched for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Elsewhere {
  /** The words in small letters, with underscores: {@code "concat"}, {@code "concatenate"}. */
  String[] value();
}
