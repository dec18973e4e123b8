package dev.assay.mlflow;

import org.jspecify.annotations.Nullable;

/**
 * Who the user is to a server.
 *
 * @param header the value of the header {@code Authorization}, or null for a server that asks
 *     nobody
 */
record Login(@Nullable String header) {

  static final Login NONE = new Login(null);

  boolean given() {
    return header != null;
  }

  /** Keeps the secret out of messages. */
  @Override
  public String toString() {
    return given() ? "a login" : "no login";
  }
}
