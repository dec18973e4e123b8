package dev.assay.datasets;

import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.dataset.Wording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text as symbols, and what they stand for. */
@SuppressWarnings("ArrayRecordComponent") // read only, by those who are given it
record CodedText(int[] symbols, Vocabulary vocabulary) {

  /** Characters, in the order of their code points. */
  static CodedText characters(String text) {
    int[] symbols = text.codePoints().toArray();
    int[] alphabet = Arrays.stream(symbols).distinct().sorted().toArray();
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = Arrays.binarySearch(alphabet, symbols[i]);
    }
    List<String> words = Arrays.stream(alphabet).mapToObj(Character::toString).toList();
    return new CodedText(symbols, new Vocabulary(words, ""));
  }

  /**
   * Words, the most frequent first.
   *
   * @param trained the share of the text whose words are counted
   * @param limit how many words are kept; the others become {@code unknown}, which comes before all
   */
  static CodedText words(String text, double trained, @Nullable Integer limit, String unknown) {
    List<String> read = Wording.WORDS.split(text);
    int counted = limit == null ? read.size() : (int) Math.round(read.size() * trained);
    Map<String, Integer> counts = new LinkedHashMap<>();
    read.subList(0, counted).forEach(word -> counts.merge(word, 1, Integer::sum));
    Stream<String> frequent =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey);
    List<String> kept =
        limit == null
            ? frequent.toList()
            : Stream.concat(
                    Stream.of(unknown), frequent.filter(w -> !w.equals(unknown)).limit(limit))
                .toList();
    Map<String, Integer> numbers = new HashMap<>();
    kept.forEach(word -> numbers.put(word, numbers.size()));
    int[] symbols = read.stream().mapToInt(word -> numbers.getOrDefault(word, 0)).toArray();
    return new CodedText(
        symbols, new Vocabulary(kept, Wording.WORDS, limit == null ? null : unknown));
  }
}
