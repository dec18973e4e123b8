package dev.assay.engine.optimizer;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.ExactlyOneOf;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** Limits on the gradient, applied before the optimizer sees it. */
@Doc("Limits on the gradient, applied before the optimizer sees it.")
@ExactlyOneOf({"globalNorm", "norm", "value"})
public record Clip(
    @Doc("The gradient of all parameters that learn is scaled down to this Euclidean norm.")
        @Positive
        @Nullable Double globalNorm,
    @Doc(
            "The gradient of each array of parameters, such as a layer's weights, is scaled down to"
                + " this Euclidean norm by itself.")
        @Positive
        @Nullable Double norm,
    @Doc("Each number of the gradient is cut to plus or minus this.") @Positive
        @Nullable Double value) {}
