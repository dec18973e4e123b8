/**
 * Text to a tree in which every value knows its place.
 *
 * <p>Sees SnakeYAML in one class, {@link dev.assay.config.source.YamlReader}, and the diagnostics.
 */
@NullMarked
package dev.assay.config.source;

import org.jspecify.annotations.NullMarked;
