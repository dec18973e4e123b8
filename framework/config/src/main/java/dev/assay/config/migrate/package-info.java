/**
 * Files of older versions of the language, rewritten in the words of the newest.
 *
 * <p>Sees trees and their places.
 */
@NullMarked
package dev.assay.config.migrate;

import org.jspecify.annotations.NullMarked;
