package dev.assay.engine.training;

import dev.assay.engine.tracking.Event.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a training ended.
 *
 * @param reason what ended it early, or null
 * @param epochs how many were completed
 * @param metrics the figures of the last epoch, by name
 * @param itemsPerSecond the median over the epochs after the first, or NaN
 */
public record Result(
    Status status,
    @Nullable String reason,
    int epochs,
    long steps,
    Map<String, Double> metrics,
    double itemsPerSecond) {}
