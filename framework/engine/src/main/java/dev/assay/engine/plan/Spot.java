package dev.assay.engine.plan;

import dev.assay.config.text.Span;
import dev.assay.engine.architecture.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * Where a file asks for a layer.
 *
 * @param type what the file calls the layer's kind; the parts of a layer go by it, too
 * @param at the word that messages about it point at
 * @param shares the layer whose parameters it computes with, or null for its own
 */
record Spot(String type, Treatment treatment, Span at, @Nullable String shares) {

  /** Where a file asks for a layer with parameters of its own. */
  Spot(String type, Treatment treatment, Span at) {
    this(type, treatment, at, null);
  }

  /** That of a part of the layer. */
  Spot part(String name) {
    boolean same = shares == null || name.isEmpty();
    return same ? this : new Spot(type, treatment, at, shares + "." + name);
  }
}
