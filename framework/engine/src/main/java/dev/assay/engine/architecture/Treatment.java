package dev.assay.engine.architecture;

import dev.assay.engine.architecture.Parameter.Role;
import org.jspecify.annotations.Nullable;

/**
 * What training does to the parameters of a layer beside making the loss small.
 *
 * @param l1 what each weight's sign is multiplied by and added to its gradient
 * @param l2 what each weight is multiplied by and added to its gradient
 * @param l1Bias the same for biases
 * @param l2Bias the same for biases
 * @param frozen whether they stay as they are
 * @param constraint what weights must keep to after each step, or null
 * @param biasConstraint the same for biases
 * @param weightNoise what weights are disturbed by in each step, or null
 */
public record Treatment(
    double l1,
    double l2,
    double l1Bias,
    double l2Bias,
    boolean frozen,
    @Nullable Constraint constraint,
    @Nullable Constraint biasConstraint,
    @Nullable WeightNoise weightNoise) {

  /** Nothing. */
  public static final Treatment NONE = new Treatment(0, 0, 0, 0, false, null, null, null);

  /** The same, and frozen if that is so. */
  public Treatment frozen(boolean also) {
    return new Treatment(
        l1, l2, l1Bias, l2Bias, frozen || also, constraint, biasConstraint, weightNoise);
  }

  /** What parameters of a role must keep to, or null; what is frozen keeps to itself. */
  public @Nullable Constraint constraint(Role role) {
    if (frozen) {
      return null;
    }
    return switch (role) {
      case WEIGHT -> constraint;
      case BIAS -> biasConstraint;
      case GAIN, STATISTIC -> null;
    };
  }
}
