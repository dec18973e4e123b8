package dev.assay.config.diagnostics;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of words in a sentence. */
public final class Words {

  private Words() {}

  /** {@code `a`, `b` or `c`}. */
  public static String or(Collection<String> words) {
    return listed(words, " or ");
  }

  /** {@code `a`, `b` and `c`}. */
  public static String and(Collection<String> words) {
    return listed(words, " and ");
  }

  /** {@code `a`, `b`, `c`}. */
  public static String commas(Collection<String> words) {
    return listed(words, ", ");
  }

  private static String listed(Collection<String> words, String last) {
    List<String> quoted = words.stream().map(word -> "`" + word + "`").toList();
    if (quoted.size() < 2) {
      return String.join("", quoted);
    }
    String head = quoted.stream().limit(quoted.size() - 1L).collect(Collectors.joining(", "));
    return head + last + quoted.get(quoted.size() - 1);
  }
}
