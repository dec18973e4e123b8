package dev.assay.config.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way from the root of a tree to one value: {@code architecture.layers[0].units}.
 *
 * @param steps keys, and items counted from 0
 */
public record KeyPath(List<Step> steps) {

  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]=]+)|\\[([0-9]{1,6})]");

  public KeyPath {
    steps = List.copyOf(steps);
  }

  /** One step down. */
  public sealed interface Step {
    /** Into a mapping. */
    record Key(String name) implements Step {}

    /** Into a list. */
    record Item(int index) implements Step {}
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static KeyPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      String key = matcher.group(1);
      steps.add(
          key != null ? new Step.Key(key) : new Step.Item(Integer.parseInt(matcher.group(2))));
      end = matcher.end();
    }
    if (steps.isEmpty() || end < text.length() || text.startsWith(".")) {
      throw new IllegalArgumentException(
          "`%s` is no path such as `a.b` or `a[0].b`".formatted(text));
    }
    return new KeyPath(steps);
  }

  /** The path as it is written. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Step.Key key) {
        text.append(text.isEmpty() ? "" : ".").append(key.name());
      } else if (step instanceof Step.Item item) {
        text.append('[').append(item.index()).append(']');
      }
    }
    return text.toString();
  }
}
