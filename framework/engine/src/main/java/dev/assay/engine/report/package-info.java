/**
 * The key {@code report}, and plots.
 *
 * <p>Sees the journal and XChart.
 */
@NullMarked
package dev.assay.engine.report;

import org.jspecify.annotations.NullMarked;
