/**
 * Layers that join branches of a network, or put the numbers of a sample elsewhere. They learn
 * nothing.
 *
 * <p>Sees the engine, and what a grid is.
 */
@NullMarked
package dev.assay.standard.graph;

import org.jspecify.annotations.NullMarked;
