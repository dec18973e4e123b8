package dev.assay.engine.architecture;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** The section {@code architecture}. */
@Doc("The network.")
public record Architecture(
    @Doc("Layers, each given the output of the one before it.") @NotEmpty List<Item> layers,
    @Doc("How weights start, where a layer does not say.") @Default("glorot_uniform")
        Initializer weightInit) {}
