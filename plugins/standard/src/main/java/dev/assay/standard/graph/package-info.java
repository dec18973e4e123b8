/**
 * Layers that join branches of a network, or put the numbers of a sample elsewhere. They learn
 * nothing.
 *
 * <p>Sees the engine, and what a grid is.
 */
@Doc("Of shapes and of several inputs")
@NullMarked
package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import org.jspecify.annotations.NullMarked;
