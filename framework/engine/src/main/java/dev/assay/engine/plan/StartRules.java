package dev.assay.engine.plan;

import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Item;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Parameter.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses to start what a layer does not have, or starts itself, and as nothing of it can. */
record StartRules(Review review) {

  /**
   * Looks at a layer that fits.
   *
   * @param type what the file calls its kind
   * @param parameters those of its parts among them
   */
  void check(Item.Single item, String type, List<Parameter> parameters) {
    check(item, type, parameters, "bias_init", item.biasInit(), Role.BIAS, "biases");
    check(item, type, parameters, "gain_init", item.gainInit(), Role.GAIN, "gains");
  }

  private void check(
      Item.Single item,
      String type,
      List<Parameter> parameters,
      String key,
      @Nullable Initializer initializer,
      Role role,
      String called) {
    List<Parameter> meant = parameters.stream().filter(p -> p.role() == role).toList();
    if (initializer == null) {
      return;
    }
    if (meant.stream().allMatch(Parameter::chosen)) {
      String reason =
          meant.isEmpty() ? "has no %s" : "has a key of its own for what its %s start with";
      review.error(
          PlanRules.DEAD,
          review.locations().ofKey(item, key),
          "`%s` would have no effect: `%s` %s".formatted(key, type, reason.formatted(called)));
    } else if (!initializer.startsVectors()) {
      review.error(
          PlanRules.WEIGHTS,
          review.locations().of(item, key),
          "`%s` is for matrices, and %s are a vector"
              .formatted(review.catalog().name(Initializer.class, initializer.getClass()), called),
          "`constant`, `uniform` and `normal` start vectors, too");
    }
  }
}
