/** How gradients change parameters. */
@NullMarked
package dev.assay.standard.optimizers;

import org.jspecify.annotations.NullMarked;
