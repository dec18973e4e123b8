package dev.assay.engine.optimizer;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.NamePattern;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

/** Layers that learn faster or more slowly than others. */
@Doc("Layers that learn faster or more slowly than others.")
public record Group(
    @Doc("The names of the layers; `*` stands for any letters.") @NotEmpty List<String> layers,
    @Doc("What the learning rate is multiplied by; 0 leaves the layers as they are.")
        @PositiveOrZero
        double rate) {

  /** Whether a layer is in it. */
  public boolean has(String layer) {
    return layers.stream().anyMatch(pattern -> new NamePattern(pattern).matches(layer));
  }
}
