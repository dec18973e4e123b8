/**
 * What one sample looks like between two layers.
 *
 * <p>Sees nothing.
 */
@NullMarked
package dev.assay.engine.shape;

import org.jspecify.annotations.NullMarked;
