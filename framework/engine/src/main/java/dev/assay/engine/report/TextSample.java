package dev.assay.engine.report;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.execution.Sampling;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;

/** What a network is to write, for people to read. */
@Doc("A text that the network writes.")
public record TextSample(
    @Doc("What the text begins with.") @NotEmpty String prompt,
    @Doc(value = "How much is written behind it.", unit = "characters, or words")
        @Default("200")
        @Positive
        int length,
    @Doc("How symbols are drawn.") @Default("{}") Sampling sampling) {}
