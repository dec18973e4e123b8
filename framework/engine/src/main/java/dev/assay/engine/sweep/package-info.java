/**
 * The key {@code sweep}: an experiment with holes, and how they are filled.
 *
 * <p>Sees the configuration; runs trials through an executor.
 */
@NullMarked
package dev.assay.engine.sweep;

import org.jspecify.annotations.NullMarked;
