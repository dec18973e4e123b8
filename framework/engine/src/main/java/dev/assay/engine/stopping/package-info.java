/**
 * The key {@code stopping}: when training ends before its last epoch.
 *
 * <p>Sees the configuration.
 */
@NullMarked
package dev.assay.engine.stopping;

import org.jspecify.annotations.NullMarked;
