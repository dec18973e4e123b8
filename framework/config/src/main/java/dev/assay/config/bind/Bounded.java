package dev.assay.config.bind;

/**
 * A component that stands for numbers; constraints on the range of a key hold for all of them.
 *
 * <p>{@code @DecimalMin} and {@code @DecimalMax} know it.
 */
public interface Bounded {

  /** No number is below it. */
  double least();

  /** No number is above it. */
  double greatest();
}
