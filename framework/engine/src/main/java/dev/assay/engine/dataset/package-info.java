/**
 * The key {@code dataset}: samples, how they are split, and how they become batches.
 *
 * <p>Sees shapes and the configuration; loads no native library.
 */
@NullMarked
package dev.assay.engine.dataset;

import org.jspecify.annotations.NullMarked;
