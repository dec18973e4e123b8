package dev.assay.engine.architecture;

import dev.assay.engine.architecture.Parameter.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of the parameters of a layer, whichever layer it is: how they start, and what
 * training does to them beside making the loss small.
 *
 * @param biasInit how biases start, or null
 * @param gainInit how gains start, or null
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
    @Nullable Initializer biasInit,
    @Nullable Initializer gainInit,
    double l1,
    double l2,
    double l1Bias,
    double l2Bias,
    boolean frozen,
    @Nullable Constraint constraint,
    @Nullable Constraint biasConstraint,
    @Nullable WeightNoise weightNoise) {

  /** Nothing. */
  public static final Treatment NONE =
      new Treatment(null, null, 0, 0, 0, 0, false, null, null, null);

  /** The same, and frozen if that is so. */
  public Treatment frozen(boolean also) {
    return new Treatment(
        biasInit,
        gainInit,
        l1,
        l2,
        l1Bias,
        l2Bias,
        frozen || also,
        constraint,
        biasConstraint,
        weightNoise);
  }

  /** How a parameter starts, or null: as its layer says. */
  public @Nullable Initializer start(Parameter parameter) {
    if (parameter.chosen()) {
      return null;
    }
    return switch (parameter.role()) {
      case BIAS -> biasInit;
      case GAIN -> gainInit;
      case WEIGHT, STATISTIC -> null;
    };
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
