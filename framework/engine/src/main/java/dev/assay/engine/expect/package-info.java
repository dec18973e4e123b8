/**
 * The key {@code expect}: what must come out, so that an experiment is its own test.
 *
 * <p>Sees the configuration.
 */
@NullMarked
package dev.assay.engine.expect;

import org.jspecify.annotations.NullMarked;
