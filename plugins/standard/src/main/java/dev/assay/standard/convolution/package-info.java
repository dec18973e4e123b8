/**
 * Convolutions over sequences, images and volumes, plain and transposed, and their one kernel.
 *
 * <p>Sees the engine and what a layer ends with.
 */
@NullMarked
package dev.assay.standard.convolution;

import org.jspecify.annotations.NullMarked;
