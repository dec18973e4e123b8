package dev.assay.engine.plan;

import dev.assay.engine.architecture.Item;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Parameter.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is to be done to parameters that a layer does not have, or that stay as they are.
 */
record TreatmentRules(Review review) {

  private static final String FROZEN = "its parameters are `frozen`";

  /**
   * Looks at a layer that fits. What a group freezes may say what is done to it where it is not.
   *
   * @param type what the file calls its kind
   * @param parameters those of its parts among them
   */
  void check(Item.Single item, String type, List<Parameter> parameters) {
    new StartRules(review).check(item, type, parameters);
    Set<Role> roles = parameters.stream().map(Parameter::role).collect(Collectors.toSet());
    String frozen = item.frozen() ? FROZEN : null;
    String weightless = roles.contains(Role.WEIGHT) ? null : "`%s` has no weights".formatted(type);
    String noWeights = weightless == null ? frozen : weightless;
    check(item, "l1", item.l1() > 0, noWeights);
    check(item, "l2", item.l2() > 0, noWeights);
    check(item, "constraint", item.constraint() != null, noWeights);
    check(item, "weight_noise", item.weightNoise() != null, weightless);
    String noBiases = roles.contains(Role.BIAS) ? frozen : "`%s` has no biases".formatted(type);
    check(item, "l1_bias", item.l1Bias() > 0, noBiases);
    check(item, "l2_bias", item.l2Bias() > 0, noBiases);
    check(item, "bias_constraint", item.biasConstraint() != null, noBiases);
  }

  private void check(Item.Single item, String key, boolean wanted, @Nullable String reason) {
    if (wanted && reason != null) {
      review.error(
          PlanRules.DEAD,
          review.locations().ofKey(item, key),
          "`%s` would have no effect: %s".formatted(key, reason));
    }
  }
}
