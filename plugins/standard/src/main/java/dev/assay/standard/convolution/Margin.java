package dev.assay.standard.convolution;

import dev.assay.config.bind.FromText;
import java.util.List;

/**
 * How far windows reach beyond the ends of an axis.
 *
 * @param points beyond each end; or a negative number for {@link #SAME} or {@link #CAUSAL}
 */
public record Margin(int points) {

  private static final String FORM = "a whole number from 0 on, or `same`";

  /** Windows that stay inside. */
  static final Margin NONE = new Margin(0);

  /**
   * As many beyond both ends together as make {@code ceil(size / stride)} places; of an odd number,
   * the one more is at the end.
   */
  private static final Margin SAME = new Margin(-1);

  /** As many before the start as let the first window end at the first point; none behind. */
  static final Margin CAUSAL = new Margin(-2);

  /** {@code 1}, or {@code same} for as many as a stride of 1 needs to keep the axis's length. */
  @FromText(value = FORM, words = "same")
  public static Margin parse(String text) {
    return parse(text, FORM);
  }

  /**
   * What is written for it.
   *
   * @param form what a message says that the key takes
   */
  static Margin parse(String text, String form) {
    if (text.equals("same")) {
      return SAME;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "takes %s, not `%s`%s".formatted(form, text, instead(text)));
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
   * How many points lie beyond the start.
   *
   * @param size points of the axis
   * @param reach the room that a window takes
   */
  int before(int size, int reach, int stride) {
    if (equals(CAUSAL)) {
      return reach - 1;
    }
    return isSame() ? room(size, reach, stride) / 2 : points;
  }

  /** How many points lie beyond the end. */
  int behind(int size, int reach, int stride) {
    if (equals(CAUSAL)) {
      return 0;
    }
    return isSame() ? (room(size, reach, stride) + 1) / 2 : points;
  }

  /** What windows that are the same take beyond both ends. */
  private static int room(int size, int reach, int stride) {
    int last = (size - 1) / stride * stride;
    return Math.max(0, reach - (size - last));
  }

  @Override
  public String toString() {
    if (equals(CAUSAL)) {
      return "causal";
    }
    return isSame() ? "same" : Integer.toString(points);
  }
}
