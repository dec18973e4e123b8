/**
 * Trees to one tree: the file, and what the command line changes in it.
 *
 * <p>Sees the tree and the diagnostics.
 */
@NullMarked
package dev.assay.config.compose;

import org.jspecify.annotations.NullMarked;
