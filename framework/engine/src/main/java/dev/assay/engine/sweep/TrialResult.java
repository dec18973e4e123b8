package dev.assay.engine.sweep;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a trial ended.
 *
 * @param status as an outcome says it; {@code failed} where there is no outcome
 * @param metrics the figures at its end
 * @param run the name of its run, or null where it did not come that far
 */
public record TrialResult(String status, Map<String, Double> metrics, @Nullable String run) {}
