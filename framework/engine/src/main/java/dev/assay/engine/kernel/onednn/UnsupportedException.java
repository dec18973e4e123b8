package dev.assay.engine.kernel.onednn;

/** There is no fast way to compute what is asked; the message says what that is. */
public final class UnsupportedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnsupportedException(String message) {
    super(message, null, false, false);
  }
}
