/**
 * Numbers that change while the training goes on.
 *
 * <p>Sees the configuration only, so that everything which is trained can have them.
 */
@NullMarked
package dev.assay.engine.schedule;

import org.jspecify.annotations.NullMarked;
