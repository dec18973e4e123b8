package dev.assay.config.diagnostics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the words that somebody may have meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The candidates that {@code word} may be a slip of, best first, at most three.
   *
   * <p>A candidate is near if at most a third of its letters differ (two letters may always change
   * places), or if one word starts with the other, as {@code lr} does not but {@code conv} does.
   */
  public static List<String> to(String word, Collection<String> candidates) {
    record Scored(String candidate, double distance) {}
    String folded = fold(word);
    List<Scored> near = new ArrayList<>();
    for (String candidate : candidates) {
      String other = fold(candidate);
      double distance = distance(folded, other);
      int longer = Math.max(folded.length(), other.length());
      boolean prefix =
          folded.length() >= 3 && (other.startsWith(folded) || folded.startsWith(other));
      if (distance <= Math.max(1, longer / 3) && distance < longer) {
        near.add(new Scored(candidate, distance));
      } else if (prefix) {
        near.add(new Scored(candidate, longer));
      }
    }
    near.sort(Comparator.comparingDouble(Scored::distance));
    return near.stream().limit(3).map(Scored::candidate).toList();
  }

  /** {@code did you mean `a`, `b` or `c`?}, or an empty text where nothing is near. */
  public static String question(String word, Collection<String> candidates) {
    List<String> near = to(word, candidates);
    return near.isEmpty() ? "" : "did you mean " + Words.or(near) + "?";
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /**
   * The optimal string alignment distance: insertions, deletions, substitutions, and swaps of
   * neighbours, each at a cost of 1.
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
