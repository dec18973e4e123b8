package dev.assay.config.migrate;

import dev.assay.config.text.Span;

/**
 * A change of a text: what stands at a place is replaced. Everything else, comments and order
 * included, stays as it is.
 */
public record Edit(Span place, String replacement) {}
