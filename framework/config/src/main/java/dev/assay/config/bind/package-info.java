/**
 * Trees to typed records: the record component is the one home of a key's name, type, default,
 * range and documentation.
 *
 * <p>Sees the tree, the diagnostics and Hibernate Validator; knows no component by name.
 */
@NullMarked
package dev.assay.config.bind;

import org.jspecify.annotations.NullMarked;
