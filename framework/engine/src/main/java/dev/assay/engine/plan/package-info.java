/**
 * What an experiment amounts to: shapes, parameters, memory, steps, metrics. Static.
 *
 * <p>Sees the experiment and its layers; reads no samples and loads no native library.
 */
@NullMarked
package dev.assay.engine.plan;

import org.jspecify.annotations.NullMarked;
