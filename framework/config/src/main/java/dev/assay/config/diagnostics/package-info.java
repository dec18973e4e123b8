/**
 * Problems, each with its place, and how they are shown.
 *
 * <p>Sees nothing but the places of {@code dev.assay.config.source}.
 */
@NullMarked
package dev.assay.config.diagnostics;

import org.jspecify.annotations.NullMarked;
