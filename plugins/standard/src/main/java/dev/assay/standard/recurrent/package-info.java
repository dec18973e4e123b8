/** Layers that read a sequence step by step, and what is made of their states. */
@Doc("Recurrent")
@NullMarked
package dev.assay.standard.recurrent;

import dev.assay.config.bind.Doc;
import org.jspecify.annotations.NullMarked;
