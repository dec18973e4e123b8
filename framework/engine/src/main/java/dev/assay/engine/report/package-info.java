/**
 * The key {@code report}, and plots.
 *
 * <p>Sees the journal, how symbols are drawn, and XChart.
 */
@NullMarked
package dev.assay.engine.report;

import org.jspecify.annotations.NullMarked;
