/** Functions that layers end with. */
@NullMarked
package dev.assay.standard.activations;

import org.jspecify.annotations.NullMarked;
