/**
 * Mathematics in loops over numbers on the heap, for layers that oneDNN does not have: written
 * once, for the check in double precision and for the kernel. Sees the engine alone.
 */
@NullMarked
package dev.assay.standard.loops;

import org.jspecify.annotations.NullMarked;
