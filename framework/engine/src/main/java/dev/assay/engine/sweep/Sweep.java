package dev.assay.engine.sweep;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.tree.Node;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;

/** The section {@code sweep}. */
@Doc("Keys to vary, and how.")
public record Sweep(
    @Doc("How values are chosen.") @Default("grid") Search search,
    @Doc("For each key to vary, by its dotted path, the values to try.") @NotEmpty
        Map<String, List<Node>> space,
    @Doc("What the sweep looks for.") Objective objective,
    @Doc(
            value =
                "How many run at the same time, each with its share of the machine's cores unless"
                    + " `training.threads` says otherwise.",
            unit = "trials")
        @Default("1")
        @Positive
        int workers) {}
