/**
 * How plugins bring components.
 *
 * <p>Sees every kind of component, and nothing of what plugins bring.
 */
@NullMarked
package dev.assay.engine.plugin;

import org.jspecify.annotations.NullMarked;
