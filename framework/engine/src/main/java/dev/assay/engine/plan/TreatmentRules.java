package dev.assay.engine.plan;

import dev.assay.engine.architecture.Item;
import dev.assay.engine.architecture.Parameter.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what is to be done to parameters that a layer does not have. */
record TreatmentRules(Review review) {

  /**
   * Looks at a layer that fits.
   *
   * @param type what the file calls its kind
   * @param roles of its parameters
   */
  void check(Item.Single item, String type, Set<Role> roles) {
    boolean weights = roles.contains(Role.WEIGHT);
    check(item, "constraint", item.constraint(), weights, type + "` has no weights");
    check(item, "weight_noise", item.weightNoise(), weights, type + "` has no weights");
    boolean biases = roles.contains(Role.BIAS);
    check(item, "bias_constraint", item.biasConstraint(), biases, type + "` has no biases");
  }

  private void check(
      Item.Single item, String key, @Nullable Object wanted, boolean possible, String reason) {
    if (wanted != null && !possible) {
      review.error(
          PlanRules.DEAD,
          review.locations().ofKey(item, key),
          "`%s` would have no effect: `%s".formatted(key, reason));
    }
  }
}
