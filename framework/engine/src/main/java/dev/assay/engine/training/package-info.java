/**
 * The key {@code training}, and the loop that trains.
 *
 * <p>Sees the executable, batches, optimizers and stopping rules; knows neither DL4J nor layers.
 */
@NullMarked
package dev.assay.engine.training;

import org.jspecify.annotations.NullMarked;
