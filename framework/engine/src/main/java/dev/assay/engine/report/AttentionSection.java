package dev.assay.engine.report;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** Whose attention is shown. */
@Doc("Whose attention is shown, and on which samples.")
public record AttentionSection(
    @Doc("The name of a layer of attention; the last one if left out.") @Nullable String layer,
    @Doc(value = "How many of the first samples that are measured.", unit = "samples")
        @Default("2")
        @Positive
        @Max(20)
        int samples) {}
