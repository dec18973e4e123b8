package dev.assay.engine.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Data that is not there, or not what it should be. The message names the file and what is wrong.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable String hint;
  private final @Nullable String key;

  private DataException(String message, @Nullable String hint, @Nullable String key) {
    super(message, null, false, false);
    this.hint = hint;
    this.key = key;
  }

  public DataException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public DataException(String message) {
    this(message, null, null);
  }

  /** The same, said of one of the dataset's keys. */
  public DataException at(String ofKey) {
    return new DataException(String.valueOf(getMessage()), hint, ofKey);
  }

  /** The dataset's key that is wrong, or null. */
  public @Nullable String key() {
    return key;
  }

  /** What to do about it, or null. */
  public @Nullable String hint() {
    return hint;
  }
}
