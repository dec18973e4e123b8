/** Figures that say how good predictions are. */
@NullMarked
package dev.assay.standard.metrics;

import org.jspecify.annotations.NullMarked;
