/** Layers: the records, and the mathematics of those that DL4J does not have. */
@NullMarked
package dev.assay.standard.layers;

import org.jspecify.annotations.NullMarked;
