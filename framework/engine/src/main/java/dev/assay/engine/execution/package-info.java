/**
 * A network that computes: its parameters, one step of it, what it says.
 *
 * <p>Sees batches and losses; does not know who computes.
 */
@NullMarked
package dev.assay.engine.execution;

import org.jspecify.annotations.NullMarked;
