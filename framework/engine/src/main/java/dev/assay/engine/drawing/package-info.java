/**
 * Pictures of networks: as text for Mermaid and Graphviz, and as SVG.
 *
 * <p>Sees plans.
 */
@NullMarked
package dev.assay.engine.drawing;

import org.jspecify.annotations.NullMarked;
