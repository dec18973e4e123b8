package dev.assay.engine.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What symbols stand for.
 *
 * @param words the word of each symbol; a character is a word, too
 * @param separator what stands between two words of a text; nothing where words are characters
 */
public record Vocabulary(List<String> words, String separator) {

  public Vocabulary {
    words = List.copyOf(words);
  }

  /** The symbols are their own numbers, as {@code 0} to {@code 9}. */
  public static Vocabulary ofNumbers(int symbols) {
    return new Vocabulary(
        IntStream.range(0, symbols).mapToObj(Integer::toString).toList(), symbols > 10 ? " " : "");
  }

  /** The words of symbols, one after the other. */
  public String text(double... symbols) {
    List<String> found = new ArrayList<>();
    for (double symbol : symbols) {
      found.add(words.get((int) symbol));
    }
    return String.join(separator, found);
  }

  /**
   * The symbols of a text.
   *
   * @throws DataException with the word, its place and the size of the vocabulary if a word is not
   *     in it
   */
  public int[] symbols(String text) {
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(word, numbers.size()));
    List<String> parts = parts(text);
    int[] symbols = new int[parts.size()];
    for (int i = 0; i < symbols.length; i++) {
      Integer symbol = numbers.get(parts.get(i));
      if (symbol == null) {
        throw new DataException(
            "`%s`, at place %d of the text, is none of the %d words that the network knows"
                .formatted(parts.get(i), i + 1, words.size()));
      }
      symbols[i] = symbol;
    }
    return symbols;
  }

  private List<String> parts(String text) {
    if (!separator.isEmpty()) {
      return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }
    return text.codePoints().mapToObj(Character::toString).toList();
  }
}
