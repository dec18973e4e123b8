/** Reasons to end a training early. */
@NullMarked
package dev.assay.standard.stopping;

import org.jspecify.annotations.NullMarked;
