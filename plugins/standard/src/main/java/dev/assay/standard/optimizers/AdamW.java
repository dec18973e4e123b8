package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Adam with decoupled weight decay (<a href="https://arxiv.org/abs/1711.05101">Loshchilov and
 * Hutter 2019</a>, algorithm 2, with the decay scaled by the learning rate as in PyTorch): {@code w
 * -= rate decay w}, then a step of {@link Adam}, which does not see the decay.
 */
@Doc("Adam, with weights that shrink a little in each step.")
public record AdamW(
    @Doc("The size of the steps.") Schedule learningRate,
    @Doc("How much of the gradient's running mean is kept from step to step.")
        @Default("0.9")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule beta1,
    @Doc("How much of the squared gradient's running mean is kept from step to step.")
        @Default("0.999")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double beta2,
    @Doc("Keeps steps small where the gradient is nearly zero.") @Default("1e-8") @PositiveOrZero
        double epsilon,
    @Doc("The share of a weight that is taken off in each step, times the learning rate.")
        @Default("0.01")
        @PositiveOrZero
        double weightDecay,
    @Doc("What shrinks.") @Default("weights") Decayed decayed)
    implements Optimizer {

  /** What shrinks. */
  public enum Decayed {
    @Doc("Weights and embeddings, but neither biases nor gains.")
    WEIGHTS,
    @Doc("All parameters, as PyTorch does unless it is given groups.")
    ALL
  }

  @Override
  public Schedule kept() {
    return beta1;
  }

  @Override
  public int stateVectors() {
    return 2;
  }

  @Override
  public double decay(Role role) {
    return role == Role.WEIGHT || decayed == Decayed.ALL ? weightDecay : 0;
  }

  /** A step of Adam: the decay is taken off before it. */
  @Override
  public void update(Stretch s, Step step) {
    adam().update(s, step);
  }

  @Override
  public void update(FloatStretch s, Step step) {
    adam().update(s, step);
  }

  private Adam adam() {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }
}
