package dev.assay.engine;

/**
 * A machine that cannot do what is asked: no such device, no backend. The message is for the user.
 */
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EnvironmentException(String message) {
    super(message, null, false, false);
  }
}
