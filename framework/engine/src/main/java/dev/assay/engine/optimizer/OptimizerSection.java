package dev.assay.engine.optimizer;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Inline;
import dev.assay.engine.architecture.Parameter.Role;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code optimizer}: an optimizer's own keys, and what is done to the gradient first.
 *
 * <p>A step goes through it in this order: the gradient of all parameters is limited by {@code
 * clip} or {@code normalize}; penalties of layers are added; each optimizer makes its step, by the
 * learning rate that its own schedule says; and the step is multiplied by the {@code rate} of the
 * groups.
 */
@Doc(
    "How gradients change parameters: `clip` or `normalize` comes first, then penalties such as"
        + " `l2`, then each optimizer's step by the learning rate of its own schedule, which at"
        + " last the `rate` of groups makes longer or shorter.")
@Consistent
public record OptimizerSection(
    @Inline Optimizer optimizer,
    @Doc("Limits on the gradient.") @Nullable Clip clip,
    @Doc("Gives the gradient's parts one length, instead of a limit.")
        @Nullable Normalize normalize,
    @Doc(
            "Parameters that learn faster or more slowly than others, shrink otherwise, or have"
                + " another optimizer.")
        List<Group> groups)
    implements CrossField {

  /** A section that treats all parameters alike. */
  public OptimizerSection(Optimizer optimizer) {
    this(optimizer, null, null, List.of());
  }

  @Override
  public List<Clash> clashes() {
    return clip == null || normalize == null
        ? List.of()
        : List.of(new Clash("normalize", "a gradient has `clip` or `normalize`, not both"));
  }

  /** What changes a layer's parameters of a role. */
  public Optimizer optimizer(String layer, Role role) {
    Optimizer own = last(layer, role, Group::optimizer);
    return own == null ? optimizer : own;
  }

  /** What the learning rate is multiplied by, for a layer's parameters of a role. */
  public double rate(String layer, Role role) {
    return groups.stream()
        .filter(group -> group.has(layer, role))
        .mapToDouble(group -> group.rate() == null ? 1 : group.rate())
        .reduce(1, (a, b) -> a * b);
  }

  /** The weight decay of a layer's parameters of a role, or null where no group says. */
  public @Nullable Double decay(String layer, Role role) {
    return last(layer, role, Group::weightDecay);
  }

  /** What the last group says that parameters are in, of those that say anything. */
  private <T> @Nullable T last(String layer, Role role, Function<Group, @Nullable T> said) {
    T last = null;
    for (Group group : groups) {
      T says = group.has(layer, role) ? said.apply(group) : null;
      last = says == null ? last : says;
    }
    return last;
  }

  /** Whether all of the gradient must be known before any of it is used. */
  public boolean clipsByNorm() {
    return clip != null && clip.globalNorm() != null;
  }
}
