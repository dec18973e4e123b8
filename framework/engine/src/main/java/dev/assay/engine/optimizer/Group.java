package dev.assay.engine.optimizer;

import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.regex.Pattern;

/** Layers that learn faster or more slowly than others. */
@Doc("Layers that learn faster or more slowly than others.")
public record Group(
    @Doc("The names of the layers; `*` stands for any letters.") @NotEmpty List<String> layers,
    @Doc("What the learning rate is multiplied by; 0 leaves the layers as they are.")
        @PositiveOrZero
        double rate) {

  /** Whether a layer is in it. */
  public boolean has(String layer) {
    return layers.stream().anyMatch(pattern -> matches(pattern, layer));
  }

  /** Whether a name is one that a pattern stands for. */
  public static boolean matches(String pattern, String name) {
    String literal = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return name.matches(literal);
  }
}
