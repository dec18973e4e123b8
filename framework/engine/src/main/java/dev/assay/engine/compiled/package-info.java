/**
 * Networks as fast as the processor allows: the kernels of a graph's layers, run by several threads
 * over the graph's own parameters.
 *
 * <p>Sees plans, kernels and the graph's memory; knows no layer.
 */
@NullMarked
package dev.assay.engine.compiled;

import org.jspecify.annotations.NullMarked;
