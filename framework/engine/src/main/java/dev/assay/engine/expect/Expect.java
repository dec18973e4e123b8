package dev.assay.engine.expect;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.NumberArray;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section {@code expect}. */
@Doc("What must come out: `assay test` runs the experiment and compares.")
public record Expect(
    @Doc("How far a number may be off.") @Default("1e-6") @PositiveOrZero double tolerance,
    @Doc("The number of parameters.") @Nullable Long parameters,
    @Doc("The shape of a layer's output, without the batch, by the layer's name.")
        Map<String, List<Integer>> shapes,
    @Doc("What the network says before any training, for the samples in their order.")
        @Nullable NumberArray output,
    @Doc(
            "What layers say before any training, by name, for the samples in their order; also what"
                + " is inside of a layer, as `attention.weights`.")
        Map<String, NumberArray> activations,
    @Doc("The loss of all samples before any training.") @Nullable Double loss,
    @Doc("The gradient of that loss, by layer and parameter.")
        Map<String, Map<String, NumberArray>> gradients,
    @Doc("Bounds on metrics at the end of the training: `test/accuracy: \">= 0.98\"`.")
        Map<String, Condition> metrics) {}
