package dev.assay.engine.architecture;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.tree.Node;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;

/** The section {@code architecture}. */
@Doc("The network.")
public record Architecture(
    @Doc("Layers with parameters, to be used by name: `{block: name, ...}`.")
        Map<String, Node> blocks,
    @Doc("Layers, each given the output of the one before it.") @NotEmpty List<Item> layers,
    @Doc("How weights start, where a layer does not say.") @Default("glorot_uniform")
        Initializer weightInit) {}
