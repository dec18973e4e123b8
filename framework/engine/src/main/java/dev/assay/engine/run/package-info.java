/**
 * A run: its folder, its journal, its provenance, from plan to outcome.
 *
 * <p>Sees all of the engine.
 */
@NullMarked
package dev.assay.engine.run;

import org.jspecify.annotations.NullMarked;
