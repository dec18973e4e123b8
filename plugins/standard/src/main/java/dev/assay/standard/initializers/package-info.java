/** How weights start. */
@NullMarked
package dev.assay.standard.initializers;

import org.jspecify.annotations.NullMarked;
