package dev.assay.mlflow;

import org.jspecify.annotations.Nullable;

/**
 * Who the user is to a server.
 *
 * @param header the value of the header {@code Authorization}, or null
 * @param withheld whether there is one, but for another server
 */
record Login(@Nullable String header, boolean withheld) {

  static final Login NONE = new Login(null, false);
  static final Login WITHHELD = new Login(null, true);

  static Login of(String header) {
    return new Login(header, false);
  }

  boolean given() {
    return header != null;
  }

  /** Keeps the secret out of messages. */
  @Override
  public String toString() {
    return given() ? "a login" : "no login";
  }
}
