package dev.assay.engine.optimizer;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Inline;
import dev.assay.engine.architecture.Parameter.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code optimizer}: an optimizer's own keys, and what is done to the gradient first.
 */
@Doc("How gradients change parameters.")
public record OptimizerSection(
    @Inline Optimizer optimizer,
    @Doc("Limits on the gradient.") @Nullable Clip clip,
    @Doc("Parameters that learn faster or more slowly than others, or shrink otherwise.")
        List<Group> groups) {

  /** What the learning rate is multiplied by, for a layer's parameters of a role. */
  public double rate(String layer, Role role) {
    return groups.stream()
        .filter(group -> group.has(layer, role))
        .mapToDouble(group -> group.rate() == null ? 1 : group.rate())
        .reduce(1, (a, b) -> a * b);
  }

  /** The weight decay of a layer's parameters of a role, or null where no group says. */
  public @Nullable Double decay(String layer, Role role) {
    return groups.stream()
        .filter(group -> group.has(layer, role))
        .map(Group::weightDecay)
        .filter(Objects::nonNull)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** The same for one network. */
  public OptimizerSection over(Layout layout) {
    return new OptimizerSection(Treated.over(optimizer, layout), clip, groups);
  }

  /** Whether all of the gradient must be known before any of it is used. */
  public boolean clipsByNorm() {
    return clip != null && clip.globalNorm() != null;
  }
}
