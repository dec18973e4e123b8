package dev.assay.engine.dataset;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Inline;

/** The section {@code dataset}: a dataset's own keys, and how its samples become batches. */
@Doc("Samples, and how they become batches.")
public record DatasetSection(
    @Inline Dataset dataset,
    @Doc(value = "Samples in a batch, or `full` for all of them at once.", unit = "samples")
        @Default("32")
        BatchSize batchSize,
    @Doc("Whether each epoch sees the training samples in a new order, drawn by the seed.")
        @Default("true")
        boolean shuffle) {}
