/**
 * The command line: one class for each verb. Compiles against the engine and finds plugins at run
 * time.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
