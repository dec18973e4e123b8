package dev.assay.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component at work. The reference pages and {@code assay explain} show it; a test of the plugin
 * that has the component holds it against what the component does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Example.All.class)
public @interface Example {

  /** The component, as it is written. */
  String value();

  /** What it is given, one thing after the other: {@code "[1, 28, 28]"}. */
  String[] of();

  /** What it makes of that: {@code "[6, 24, 24]"}. */
  String makes();

  /** How many parameters it has then. */
  long parameters() default 0;

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    Example[] value();
  }
}
