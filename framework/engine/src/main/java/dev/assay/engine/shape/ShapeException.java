package dev.assay.engine.shape;

import org.jspecify.annotations.Nullable;

/**
 * A shape that a layer, a loss or a metric cannot take. The message continues a sentence that
 * starts with the component's name: {@code takes an image [channels, height, width], not features
 * [10]}.
 */
public final class ShapeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable String hint;

  public ShapeException(String message, @Nullable String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  public ShapeException(String message) {
    this(message, null);
  }

  /** What would fit, or null. */
  public @Nullable String hint() {
    return hint;
  }

  /** The sentence's end. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
