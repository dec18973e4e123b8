/**
 * The key {@code architecture}: layers, what they ask of their input, and the mathematics they
 * become.
 *
 * <p>Sees shapes, datasets and the classes of DL4J that describe a network.
 */
@NullMarked
package dev.assay.engine.architecture;

import org.jspecify.annotations.NullMarked;
