/** What training makes small. */
@NullMarked
package dev.assay.standard.losses;

import org.jspecify.annotations.NullMarked;
