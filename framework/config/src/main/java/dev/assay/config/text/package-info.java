/**
 * Texts, and places in them.
 *
 * <p>Sees nothing.
 */
@NullMarked
package dev.assay.config.text;

import org.jspecify.annotations.NullMarked;
