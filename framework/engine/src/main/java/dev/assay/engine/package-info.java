/**
 * The experiment: what the top of a file is bound to.
 *
 * <p>Each of its keys is a package below this one.
 */
@NullMarked
package dev.assay.engine;

import org.jspecify.annotations.NullMarked;
