package dev.assay.engine.optimizer;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Inline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code optimizer}: an optimizer's own keys, and what is done to the gradient first.
 */
@Doc("How gradients change parameters.")
public record OptimizerSection(
    @Inline Optimizer optimizer,
    @Doc("Limits on the gradient.") @Nullable Clip clip,
    @Doc("Layers that learn faster or more slowly than others.") List<Group> groups) {

  /** What the learning rate of a layer is multiplied by. */
  public double rate(String layer) {
    return groups.stream()
        .filter(group -> group.has(layer))
        .mapToDouble(Group::rate)
        .reduce(1, (a, b) -> a * b);
  }

  /** The same for one network. */
  public OptimizerSection over(Layout layout) {
    return new OptimizerSection(Treated.over(optimizer, layout), clip, groups);
  }
}
