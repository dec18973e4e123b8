/**
 * Conformance kits that a plugin author runs against a component, and what else tests share.
 *
 * <p>Sees the engine. {@link dev.assay.testkit.LayerKit} needs the standard plugin on the class
 * path.
 */
@NullMarked
package dev.assay.testkit;

import org.jspecify.annotations.NullMarked;
