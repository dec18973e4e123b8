package dev.assay.engine.architecture;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Inline;
import dev.assay.config.bind.Variant;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of a list of layers. */
public sealed interface Item {

  /** One layer. */
  @Doc("A layer, its name and what it is given.")
  record Single(
      @Doc("What other keys call the layer; its type and a number if left out.")
          @Nullable String name,
      @Doc("The layers or inputs that it is given; the item before it if left out.")
          List<String> from,
      @Inline Layer layer)
      implements Item {}

  /** The same items several times over. */
  @Doc("The same layers several times over, each time with parameters of their own.")
  @Variant("repeat")
  record Repeat(
      @Doc(value = "How often.", unit = "times") @Positive int repeat,
      @Doc("The layers of one round.") @NotEmpty List<Item> layers)
      implements Item {}

  /** A branch whose input is added to its output. */
  @Doc("Layers whose input is added to their output.")
  @Variant("residual")
  record Residual(
      @Doc("What other keys call the sum.") @Nullable String name,
      @Doc("The layers of the branch.") @NotEmpty List<Item> residual)
      implements Item {}
}
