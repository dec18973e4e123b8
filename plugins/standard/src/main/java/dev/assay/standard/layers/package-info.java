/** Layers: the records, and the mathematics of those that DL4J does not have. */
@Doc("Of features and of any shape")
@NullMarked
package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import org.jspecify.annotations.NullMarked;
