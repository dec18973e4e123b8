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
        Map<String, Block> blocks,
    @Doc("Layers, each given the output of the one before it.") @NotEmpty List<Item> layers,
    @Doc("How weights start, where a layer does not say.") @Default("glorot_uniform")
        Initializer weightInit) {

  /** Composing puts the layers of a block where it is used, so no file that is bound has one. */
  @Doc("Layers with parameters.")
  public record Block(
      @Doc("Their values where a use does not say; a parameter without one must be given.")
          Map<String, Node> parameters,
      @Doc("The layers, in which `${name}` is the value of a parameter.") @NotEmpty
          List<Item> layers) {}
}
