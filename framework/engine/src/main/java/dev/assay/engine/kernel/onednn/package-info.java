/**
 * Numbers outside the Java heap, and oneDNN's primitives over them.
 *
 * <p>The one place that sees oneDNN; knows nothing of layers.
 */
@NullMarked
package dev.assay.engine.kernel.onednn;

import org.jspecify.annotations.NullMarked;
