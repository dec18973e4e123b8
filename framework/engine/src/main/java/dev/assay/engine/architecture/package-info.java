/**
 * The key {@code architecture}: layers, what they ask of their input, and the mathematics they
 * become.
 *
 * <p>Sees shapes, datasets and the classes of DL4J that describe a network.
 */
@Doc("Of the language itself")
@NullMarked
package dev.assay.engine.architecture;

import dev.assay.config.bind.Doc;
import org.jspecify.annotations.NullMarked;
