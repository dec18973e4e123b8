/**
 * The key {@code tracking}: the journal of a run, and who else is told of it.
 *
 * <p>Sees the configuration and Jackson; knows no server.
 */
@NullMarked
package dev.assay.engine.tracking;

import org.jspecify.annotations.NullMarked;
