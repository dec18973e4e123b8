package dev.assay.standard.convolution;

import dev.assay.config.bind.FromText;
import java.util.List;

/**
 * How far windows reach beyond the ends of an axis.
 *
 * @param points beyond each end; or as many beyond both together as make {@code ceil(size /
 *     stride)} places, and of an odd number the one more at the end, where it is below 0
 */
public record Margin(int points) {

  /** Windows that stay inside. */
  static final Margin NONE = new Margin(0);

  private static final Margin SAME = new Margin(-1);

  /** {@code 1}, or {@code same} for as many as a stride of 1 needs to keep the axis's length. */
  @FromText(value = "a whole number from 0 on, or `same`", words = "same")
  public static Margin parse(String text) {
    if (text.equals("same")) {
      return SAME;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "takes a whole number from 0 on, or `same`, not `%s`%s".formatted(text, instead(text)));
    }
    return new Margin(Integer.parseInt(text));
  }

  /** What does what Keras and DL4J have words for. */
  private static String instead(String text) {
    return switch (text) {
      case "valid" -> "; that is 0";
      case "causal" ->
          "; `{type: zero_pad1d, padding: [N, 0]}` before it adds the N steps that a window looks"
              + " back";
      default -> "";
    };
  }

  boolean isSame() {
    return equals(SAME);
  }

  /** Whether windows lie alike over the start of an axis, however long it is. */
  static boolean fixed(List<Margin> margins, List<Integer> stride) {
    boolean moves = margins.stream().anyMatch(Margin::isSame);
    return !moves || stride.stream().allMatch(points -> points == 1);
  }

  /**
   * How many points lie beyond both ends.
   *
   * @param size points of the axis
   * @param reach the room that a window takes
   */
  int both(int size, int reach, int stride) {
    int last = (size - 1) / stride * stride;
    return isSame() ? Math.max(0, reach - (size - last)) : Math.multiplyExact(2, points);
  }

  @Override
  public String toString() {
    return isSame() ? "same" : Integer.toString(points);
  }
}
