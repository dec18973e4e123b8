/** The constraints. */
@NullMarked
package dev.assay.standard.constraints;

import org.jspecify.annotations.NullMarked;
