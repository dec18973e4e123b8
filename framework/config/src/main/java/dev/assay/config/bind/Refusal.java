package dev.assay.config.bind;

import java.util.List;

/**
 * Words for what no component does, on purpose. Whoever writes one is told why, and what does
 * instead; the reference pages have them, so that they can be searched for.
 *
 * @param words what it is called elsewhere, in small letters, with underscores
 * @param reason why it is not there; ends the sentence "the layer `x` is not offered: ..."
 * @param instead what does, in a sentence or more
 */
public record Refusal(List<String> words, String reason, String instead) {

  public Refusal {
    words = List.copyOf(words);
  }

  /** Whether a word, however it is spelt, is one of these. */
  public boolean names(String word) {
    return words.stream().anyMatch(own -> OtherWords.alike(own, word));
  }
}
