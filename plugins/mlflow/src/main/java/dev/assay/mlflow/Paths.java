package dev.assay.mlflow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of files as parts of an address. */
final class Paths {

  private Paths() {}

  /** A path with each part encoded once; the server would decode twice. */
  static String encoded(String path) {
    return Arrays.stream(path.split("/")).map(Paths::part).collect(Collectors.joining("/"));
  }

  /** A value behind {@code ?}. */
  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
