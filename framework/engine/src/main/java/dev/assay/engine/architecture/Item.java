package dev.assay.engine.architecture;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Inline;
import dev.assay.config.bind.Variant;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of a list of layers. */
public sealed interface Item {

  /** What other keys call it; null where nobody can, or where its name is left to the planner. */
  default @Nullable String name() {
    return null;
  }

  /** The names of what it is given; empty for the item before it. */
  default List<String> from() {
    return List.of();
  }

  /** The items that it is made of. */
  default List<Item> inside() {
    return List.of();
  }

  /** One layer. */
  @Doc("A layer, its name and what it is given.")
  record Single(
      @Doc("What other keys call the layer; its type and a number if left out.")
          @Nullable String name,
      @Doc("The layers or inputs that it is given; the item before it if left out.")
          List<String> from,
      @Doc("How its biases start; with zeros if left out.") @Nullable Initializer biasInit,
      @Doc("How its gains start; with ones if left out.") @Nullable Initializer gainInit,
      @Doc("What the sign of each weight is multiplied by and added to its gradient.")
          @Default("0")
          @PositiveOrZero
          double l1,
      @Doc("What each weight is multiplied by and added to its gradient.")
          @Default("0")
          @PositiveOrZero
          double l2,
      @Doc("What the sign of each bias is multiplied by and added to its gradient.")
          @Default("0")
          @PositiveOrZero
          double l1Bias,
      @Doc("What each bias is multiplied by and added to its gradient.")
          @Default("0")
          @PositiveOrZero
          double l2Bias,
      @Doc("What its weights are made to keep to after each step.") @Nullable Constraint constraint,
      @Doc("What its biases are made to keep to after each step.")
          @Nullable Constraint biasConstraint,
      @Doc("What its weights are disturbed by in each training step.")
          @Nullable WeightNoise weightNoise,
      @Doc("Whether its parameters stay as they are.") @Default("false") boolean frozen,
      @Inline Layer layer)
      implements Item {

    /** How its parameters start, and what training does to them beside making the loss small. */
    public Treatment treatment() {
      return new Treatment(
          biasInit,
          gainInit,
          l1,
          l2,
          l1Bias,
          l2Bias,
          frozen,
          constraint,
          biasConstraint,
          weightNoise);
    }
  }

  /** The same items several times over. */
  @Doc("The same layers several times over, each time with parameters of their own.")
  @Variant("repeat")
  record Repeat(
      @Doc(value = "How often.", unit = "times") @Positive int repeat,
      @Doc("The layers of one round.") @NotEmpty List<Item> layers)
      implements Item {

    @Override
    public List<Item> inside() {
      return layers;
    }
  }

  /** A branch whose input is added to its output. */
  @Doc("Layers whose input is added to their output.")
  @Variant("residual")
  record Residual(
      @Doc("What other keys call the sum.") @Nullable String name,
      @Doc("The layers of the branch.") @NotEmpty List<Item> residual)
      implements Item {

    @Override
    public List<Item> inside() {
      return residual;
    }
  }

  /** Layers that each step of a sequence goes through by itself. */
  @Doc("Layers that each step of a sequence goes through by itself, with the same parameters.")
  @Variant("time_distributed")
  record TimeDistributed(
      @Doc("What other keys call the sequence of what they make of each step.")
          @Nullable String name,
      @Doc("The layers; the first one is given a step alone, such as an image of a film.") @NotEmpty
          List<Item> timeDistributed)
      implements Item {

    @Override
    public List<Item> inside() {
      return timeDistributed;
    }
  }

  /** Items that belong together. */
  @Doc("Layers that belong together; names inside are those of the group, a dot, and their own.")
  @Variant("layers")
  record Group(
      @Doc("What other keys call the group; stands for its last layer.") @Nullable String name,
      @Doc("The layers or inputs that the first layer is given; the item before if left out.")
          List<String> from,
      @Doc("Whether the parameters of its layers stay as they are.") @Default("false")
          boolean frozen,
      @Doc("The layers of the group.") @NotEmpty List<Item> layers)
      implements Item {

    @Override
    public List<Item> inside() {
      return layers;
    }
  }

  /** An item before this one, once more. */
  @Doc("The layers of an item before this one once more, with the same parameters.")
  @Variant("shares")
  record Shares(
      @Doc("The name of that item: of a layer, or of layers that belong together.") String shares,
      @Doc("What other keys call it; names inside are this one, a dot, and their own.")
          @Nullable String name,
      @Doc("The layers or inputs that it is given; the item before if left out.") List<String> from)
      implements Item {}

  /**
   * A block that is defined under {@code architecture.blocks}. Composing puts a {@link Group} in
   * its place, so no file that is bound has one.
   */
  @Doc("The layers of a block, with values for its parameters beside the keys here.")
  @Variant("block")
  record Use(
      @Doc("The block's name.") String block,
      @Doc("What other keys call it; the block's name and a number if left out.")
          @Nullable String name,
      @Doc("The layers or inputs that the first layer is given; the item before if left out.")
          List<String> from,
      @Doc("Whether the parameters of its layers stay as they are.") @Default("false")
          boolean frozen)
      implements Item {}
}
