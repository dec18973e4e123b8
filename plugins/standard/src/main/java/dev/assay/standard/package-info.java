/** Everything built in is a plugin, too: this one. Sees the engine; no other plugin. */
@NullMarked
package dev.assay.standard;

import org.jspecify.annotations.NullMarked;
