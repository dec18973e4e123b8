/**
 * What can be written, said in other forms: reference pages, explanations, a JSON Schema, a starter
 * file. All of it is made from the records.
 *
 * <p>Sees the record types and the catalog.
 */
@NullMarked
package dev.assay.config.schema;

import org.jspecify.annotations.NullMarked;
