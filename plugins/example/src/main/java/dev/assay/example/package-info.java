/** A plugin to copy: one layer, one dataset. Sees the engine; no other plugin. */
@NullMarked
package dev.assay.example;

import org.jspecify.annotations.NullMarked;
