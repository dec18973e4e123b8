/**
 * Parameters on the disk.
 *
 * <p>Sees parameters as rows of numbers with names, and nothing of networks.
 */
@NullMarked
package dev.assay.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
