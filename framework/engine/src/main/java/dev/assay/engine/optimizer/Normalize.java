package dev.assay.engine.optimizer;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.Positive;

/**
 * A gradient whose parts all have the same length, so that only their directions matter. A part
 * that is zero stays zero.
 */
@Doc("The gradient's parts are made equally long, so that only their directions matter.")
public record Normalize(
    @Doc("The Euclidean norm that each part of the gradient is given.") @Default("1") @Positive
        double norm,
    @Doc("What is a part.") @Default("array") Per per) {}
