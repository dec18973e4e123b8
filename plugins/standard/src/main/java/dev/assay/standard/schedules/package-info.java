/** Numbers that change while the training goes on. */
@NullMarked
package dev.assay.standard.schedules;

import org.jspecify.annotations.NullMarked;
