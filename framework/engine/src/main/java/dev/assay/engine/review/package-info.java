/**
 * What a component may say of the experiment that it is part of.
 *
 * <p>Sees nothing.
 */
@NullMarked
package dev.assay.engine.review;

import org.jspecify.annotations.NullMarked;
