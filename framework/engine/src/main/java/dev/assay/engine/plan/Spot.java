package dev.assay.engine.plan;

import dev.assay.config.text.Span;
import dev.assay.engine.architecture.Treatment;

/**
 * Where a file asks for a layer.
 *
 * @param type what the file calls the layer's kind; the parts of a layer go by it, too
 * @param at the word that messages about it point at
 */
record Spot(String type, Treatment treatment, Span at) {}
