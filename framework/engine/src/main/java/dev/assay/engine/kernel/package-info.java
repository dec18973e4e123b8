/**
 * The fast face of layers and losses: what a plugin's kernel is, and what it is bound to.
 *
 * <p>Sees layers, shapes and native memory; knows neither DL4J's graphs nor who calls.
 */
@NullMarked
package dev.assay.engine.kernel;

import org.jspecify.annotations.NullMarked;
