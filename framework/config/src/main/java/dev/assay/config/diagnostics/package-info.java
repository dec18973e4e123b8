/**
 * Problems, each with its place, and how they are shown.
 *
 * <p>Sees nothing but places in texts.
 */
@NullMarked
package dev.assay.config.diagnostics;

import org.jspecify.annotations.NullMarked;
