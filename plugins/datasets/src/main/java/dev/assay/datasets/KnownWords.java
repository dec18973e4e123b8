package dev.assay.datasets;

import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.dataset.Wording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of some texts, the most frequent first, behind one for all others.
 *
 * @param numbers the symbol of each word
 */
record KnownWords(Vocabulary vocabulary, Map<String, Integer> numbers) {

  private static final String UNKNOWN = "<unk>";

  /**
   * Counts words; of those that are as frequent, the first to occur comes first.
   *
   * @param limit how many are kept, or null for all
   */
  static KnownWords of(List<String> texts, Wording wording, @Nullable Integer limit) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String text : texts) {
      wording.split(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    Stream<String> kept =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .filter(word -> !word.equals(UNKNOWN))
            .limit(limit == null ? counts.size() : limit);
    List<String> words = Stream.concat(Stream.of(UNKNOWN), kept).toList();
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(word, numbers.size()));
    return new KnownWords(new Vocabulary(words, wording, UNKNOWN), numbers);
  }

  /** The symbols of a text. */
  double[] code(String text) {
    return vocabulary.wording().split(text).stream()
        .mapToDouble(word -> numbers.getOrDefault(word, 0))
        .toArray();
  }
}
