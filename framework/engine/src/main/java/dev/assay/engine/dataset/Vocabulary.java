package dev.assay.engine.dataset;

import dev.assay.config.diagnostics.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What symbols stand for.
 *
 * @param words the word of each symbol; a character is a word, too
 * @param wording how words make a text
 * @param unknown the one of them that all others are taken for, or null if there must be no others
 */
public record Vocabulary(List<String> words, Wording wording, @Nullable String unknown) {

  /** A vocabulary of up to as many words is shown as a whole. */
  private static final int SHOWN = 100;

  public Vocabulary {
    words = List.copyOf(words);
  }

  /**
   * Words with something between them, or characters.
   *
   * @param separator what stands between two words of a text; nothing where words are characters
   */
  public Vocabulary(List<String> words, String separator) {
    this(words, separator.isEmpty() ? Wording.CHARACTERS : Wording.SPACED, null);
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
    return wording.join(found);
  }

  /**
   * The symbols of a text.
   *
   * @throws DataException with the word, its place and the vocabulary if a word is not in it
   */
  public int[] symbols(String text) {
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(word, numbers.size()));
    List<String> parts = wording.split(text);
    int[] symbols = new int[parts.size()];
    for (int i = 0; i < symbols.length; i++) {
      Integer symbol = numbers.getOrDefault(parts.get(i), numbers.get(unknown));
      if (symbol == null) {
        throw new DataException(
            "`%s`, at place %d of the text, is none of the %d %s that the network knows"
                .formatted(
                    shown(parts.get(i)),
                    i + 1,
                    words.size(),
                    wording == Wording.CHARACTERS ? "characters" : "words"),
            known(parts.get(i)));
      }
      symbols[i] = symbol;
    }
    return symbols;
  }

  /** The words of a text that are taken for the unknown one, each once. */
  public List<String> unknownIn(String text) {
    return unknown == null
        ? List.of()
        : wording.split(text).stream().filter(word -> !words.contains(word)).distinct().toList();
  }

  private String known(String word) {
    if (words.size() > SHOWN) {
      String question = Nearest.question(word, words);
      return question.isEmpty() ? "`assay data` shows what it has read" : question;
    }
    String between = wording == Wording.CHARACTERS ? "" : " ";
    return "it knows "
        + words.stream().map(Vocabulary::shown).collect(Collectors.joining(between, "`", "`"));
  }

  private static String shown(String word) {
    return word.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }
}
