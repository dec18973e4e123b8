/** Where samples come from. Sees the engine; no other plugin. */
@NullMarked
package dev.assay.datasets;

import org.jspecify.annotations.NullMarked;
