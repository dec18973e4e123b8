/**
 * YAML text to a tree in which every value knows its place.
 *
 * <p>Sees SnakeYAML in one class, {@link dev.assay.config.tree.YamlReader}, and the diagnostics.
 */
@NullMarked
package dev.assay.config.tree;

import org.jspecify.annotations.NullMarked;
