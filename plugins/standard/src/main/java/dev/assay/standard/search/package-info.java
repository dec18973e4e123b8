/** Ways to choose what a sweep tries. */
@NullMarked
package dev.assay.standard.search;

import org.jspecify.annotations.NullMarked;
