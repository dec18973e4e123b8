package dev.assay.config.bind;

import dev.assay.config.text.Span;
import java.util.List;

/**
 * The mapping that is being read.
 *
 * @param name what a message calls it: {@code layer `dense`}
 * @param anchor the word in the file that stands for it
 * @param outerKeys keys of the same mapping that the record around this one reads
 * @param otherMarks keys that would make another record of it
 */
record Scope(String name, Span anchor, List<String> outerKeys, List<String> otherMarks) {

  Scope(String name, Span anchor) {
    this(name, anchor, List.of(), List.of());
  }
}
