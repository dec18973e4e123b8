package dev.assay.cli;

/**
 * A command that cannot be understood or carried out as it was given. The message is for the user.
 */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message, null, false, false);
  }
}
