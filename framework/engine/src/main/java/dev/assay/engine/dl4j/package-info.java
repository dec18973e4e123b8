/**
 * The one place that stands on DL4J's inside: plans become graphs, and graphs compute.
 *
 * <p>Sees plans, the executable and DL4J; guarded by a check of DL4J's version.
 */
@NullMarked
package dev.assay.engine.dl4j;

import org.jspecify.annotations.NullMarked;
