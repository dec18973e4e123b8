package dev.assay.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that makes a value from one word of the file: {@code static Size parse(String)}.
 * It throws {@link IllegalArgumentException} where the word is wrong, with a message that continues
 * a sentence starting with the key: {@code takes a number or `full`, not `lots`}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD})
public @interface FromText {
  /** What it takes, for a message: {@code a whole number or \`full\`}. */
  String value();

  /** Where it takes whole numbers and some words: the words, for editors to offer. */
  String[] words() default {};

  /** The least of the whole numbers beside the words. */
  long least() default 0;
}
