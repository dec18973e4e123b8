/**
 * Windows over sequences, images and volumes: convolutions, plain, transposed and of each place by
 * itself; pooling; and what else is done to channels next to each other.
 *
 * <p>Sees the engine, what a layer ends with, and the activation that is none.
 */
@Doc("Convolution and pooling")
@NullMarked
package dev.assay.standard.convolution;

import dev.assay.config.bind.Doc;
import org.jspecify.annotations.NullMarked;
