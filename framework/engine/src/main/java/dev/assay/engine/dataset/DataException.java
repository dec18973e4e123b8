package dev.assay.engine.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Data that is not there, or not what it should be. The message names the file and what is wrong.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable String hint;

  public DataException(String message, @Nullable String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  public DataException(String message) {
    this(message, null);
  }

  /** What to do about it, or null. */
  public @Nullable String hint() {
    return hint;
  }
}
