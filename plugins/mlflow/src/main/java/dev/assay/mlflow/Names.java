package dev.assay.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Keys and texts as MLflow takes them. It refuses a whole batch for one key that it does not like,
 * and cuts long texts without a word.
 */
final class Names {

  private static final int LONGEST_KEY = 250;

  private Names() {}

  /**
   * A key of a parameter, a metric or a tag: letters, digits and {@code _ . - : /} and spaces, and
   * no empty or relative part between slashes. {@code precision@5} becomes {@code precision_at_5},
   * and {@code layers[0].units} becomes {@code layers.0.units}.
   */
  static String key(String name) {
    String words = name.replaceAll("\\[([0-9]+)]", ".$1").replace("@", "_at_");
    String allowed = words.replaceAll("[^\\p{L}\\p{N}_/.\\- :]", "_");
    String parts =
        Arrays.stream(allowed.split("/"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.equals(".") || part.equals("..") ? "_" : part)
            .collect(Collectors.joining("/"));
    if (parts.isEmpty()) {
      return "_";
    }
    return shortened(parts, LONGEST_KEY);
  }

  /** A name of at most {@code longest} characters; long ones that differ still differ. */
  static String shortened(String name, int longest) {
    if (name.length() <= longest) {
      return name;
    }
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    String mark = "_%08x".formatted(sum.getValue());
    return head(name, longest - mark.length()) + mark;
  }

  /** The same values under keys that MLflow takes; two that became the same get a number. */
  static Map<String, String> keys(Map<String, String> values) {
    Map<String, String> renamed = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          String key = key(name);
          String free = key;
          for (int number = 2; renamed.containsKey(free); number++) {
            free = key + "_" + number;
          }
          renamed.put(free, value);
        });
    return renamed;
  }

  /** A text of at most {@code longest} characters, with a mark where something is left out. */
  static String cut(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length <= longest) {
      return text;
    }
    String mark = String.format(Locale.ROOT, "... (%,d characters)", length);
    return head(text, longest - mark.length()) + mark;
  }

  private static String head(String text, int codePoints) {
    int most = Math.min(codePoints, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, most));
  }
}
