package dev.assay.engine.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Data that is not there, or not what it should be. The message names the file and what is wrong.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable String hint;
  private final @Nullable String key;
  private final transient @Nullable Object part;

  private DataException(
      String message, @Nullable String hint, @Nullable String key, @Nullable Object part) {
    super(message, null, false, false);
    this.hint = hint;
    this.key = key;
    this.part = part;
  }

  public DataException(String message, @Nullable String hint) {
    this(message, hint, null, null);
  }

  public DataException(String message) {
    this(message, null, null, null);
  }

  /** The same, said of one of the dataset's keys, or of its part's. */
  public DataException at(String ofKey) {
    return new DataException(String.valueOf(getMessage()), hint, ofKey, part);
  }

  /** The same, said of a record that is a part of the dataset's. */
  public DataException in(Object ofPart) {
    return new DataException(String.valueOf(getMessage()), hint, key, ofPart);
  }

  /** The record that is wrong, if it is not the dataset's own. */
  public @Nullable Object part() {
    return part;
  }

  /** The key that is wrong, or null. */
  public @Nullable String key() {
    return key;
  }

  /** What to do about it, or null. */
  public @Nullable String hint() {
    return hint;
  }
}
