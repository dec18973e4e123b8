/**
 * The key {@code optimizer}: how gradients change parameters.
 *
 * <p>Sees the configuration; computes on plain arrays.
 */
@NullMarked
package dev.assay.engine.optimizer;

import org.jspecify.annotations.NullMarked;
