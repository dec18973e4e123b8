/**
 * The key {@code transfer}: parameters that start as another run has left them.
 *
 * <p>Sees checkpoints, and nothing of networks.
 */
@NullMarked
package dev.assay.engine.transfer;

import org.jspecify.annotations.NullMarked;
