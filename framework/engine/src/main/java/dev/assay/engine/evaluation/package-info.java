/**
 * The key {@code evaluation}: what is measured, and on which samples.
 *
 * <p>Sees batches, shapes and losses.
 */
@NullMarked
package dev.assay.engine.evaluation;

import org.jspecify.annotations.NullMarked;
