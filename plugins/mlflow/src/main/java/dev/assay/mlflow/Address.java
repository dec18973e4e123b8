package dev.assay.mlflow;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is: {@code http://localhost:5000}, or with a path where a proxy stands before it.
 *
 * @param root scheme, host, port and path, without a slash at the end; the host in lower case,
 *     since MLflow compares it with a list letter by letter
 * @param secret name and password as they stood before the host, or null
 */
record Address(String root, @Nullable String secret) {

  /**
   * Reads an address. What a browser shows behind {@code #} is left out.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  static Address of(String text) {
    String bare = text.strip().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    URI uri = parsed(bare);
    if (uri == null || uri.getHost() == null || !isHttp(uri.getScheme())) {
      throw new IllegalArgumentException(
          "`%s` is no address of an MLflow server; one starts with http:// or https://"
              .formatted(hidden(bare)));
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    return new Address(scheme + "://" + host + port + uri.getRawPath(), uri.getUserInfo());
  }

  private static @Nullable URI parsed(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return null; // says no more than that it is none
    }
  }

  private static boolean isHttp(@Nullable String scheme) {
    return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
  }

  private static String hidden(String text) {
    return text.replaceFirst("//.*@", "//");
  }

  /**
   * This address, if it holds no password.
   *
   * @throws IllegalArgumentException with a sentence for the user if it does
   */
  Address withoutSecret() {
    if (secret != null) {
      throw new IllegalArgumentException(
          "a name or a password does not belong into a file; set MLFLOW_TRACKING_USERNAME and"
              + " MLFLOW_TRACKING_PASSWORD instead");
    }
    return this;
  }

  URI uri() {
    return URI.create(root);
  }

  /** Whether both are the same server, whatever the paths are. */
  boolean sameServer(URI other) {
    URI own = uri();
    return own.getScheme().equalsIgnoreCase(other.getScheme())
        && own.getHost().equalsIgnoreCase(Objects.requireNonNullElse(other.getHost(), ""))
        && port(own) == port(other);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  /** The address alone: it stands in messages and files. */
  @Override
  public String toString() {
    return root;
  }
}
