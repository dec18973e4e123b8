/**
 * Times of single kernels, and of the optimizer's update.
 *
 * <p>Sees JMH and the testkit, by which it comes to a network as any test does.
 */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
