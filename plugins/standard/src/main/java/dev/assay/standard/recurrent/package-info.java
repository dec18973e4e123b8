/** Layers that read a sequence step by step, and what is made of their states. */
@NullMarked
package dev.assay.standard.recurrent;

import org.jspecify.annotations.NullMarked;
