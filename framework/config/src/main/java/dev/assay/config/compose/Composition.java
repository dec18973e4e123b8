package dev.assay.config.compose;

import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;

/**
 * One tree out of all that takes part.
 *
 * @param source the file that was asked for
 * @param root without {@code extends}, groups, blocks and expressions: they have been carried out
 */
public record Composition(Source source, Node.Mapping root, Origins origins) {}
