package dev.assay.engine.training;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Precision;
import jakarta.validation.constraints.PositiveOrZero;

/** The section {@code training}. */
@Doc("How long and how precisely the network is trained.")
public record Training(
    @Doc(
            value = "Passes over the training samples; 0 leaves the network as it starts.",
            unit = "epochs")
        @PositiveOrZero
        int epochs,
    @Doc("How numbers are kept.") @Default("float") Precision precision) {}
