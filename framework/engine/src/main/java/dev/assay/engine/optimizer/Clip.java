package dev.assay.engine.optimizer;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.ExactlyOneOf;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** Limits on the gradient, applied before the optimizer sees it. */
@Doc("Limits on the gradient, applied before the optimizer sees it.")
@ExactlyOneOf({"globalNorm", "value"})
public record Clip(
    @Doc("The gradient of all parameters that learn is scaled down to this Euclidean norm.")
        @Positive
        @Nullable Double globalNorm,
    @Doc("Each number of the gradient is cut to plus or minus this.") @Positive
        @Nullable Double value) {}
