package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.optimizer.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

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
        double beta1,
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
  public int stateVectors() {
    return 2;
  }

  @Override
  public Optimizer over(Layout layout) {
    return decayed == Decayed.ALL ? this : new OnWeights(this, layout.of(Role.WEIGHT));
  }

  /** Decays every number: only a layout tells which ones are weights. */
  @Override
  public void update(Stretch s, Step step) {
    decay(s, step, s.offset(), s.offset() + s.count());
    adam().update(s, step);
  }

  @Override
  public void update(FloatStretch s, Step step) {
    decay(s, step, s.offset(), s.offset() + s.count());
    adam().update(s, step);
  }

  private Adam adam() {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  /** Decays those numbers of a stretch that lie between two places of the parameter vector. */
  private void decay(Stretch s, Step step, int from, int to) {
    double kept = 1 - step.learningRate() * weightDecay;
    int end = Math.min(to - s.offset(), s.count());
    for (int i = Math.max(0, from - s.offset()); i < end; i++) {
      s.parameters()[i] *= kept;
    }
  }

  private void decay(FloatStretch s, Step step, int from, int to) {
    float taken = (float) (step.learningRate() * weightDecay); // what is kept has fewer digits
    int end = Math.min(to - s.offset(), s.count());
    for (int i = Math.max(0, from - s.offset()); i < end; i++) {
      s.parameters()[i] -= taken * s.parameters()[i];
    }
  }

  /**
   * The optimizer of one network.
   *
   * @param weights the regions that shrink
   */
  public record OnWeights(AdamW rule, List<Region> weights) implements Optimizer {

    @Override
    public Schedule learningRate() {
      return rule.learningRate;
    }

    @Override
    public int stateVectors() {
      return rule.stateVectors();
    }

    @Override
    public void update(Stretch s, Step step) {
      weights.forEach(w -> rule.decay(s, step, w.from(), w.from() + w.count()));
      rule.adam().update(s, step);
    }

    @Override
    public void update(FloatStretch s, Step step) {
      weights.forEach(w -> rule.decay(s, step, w.from(), w.from() + w.count()));
      rule.adam().update(s, step);
    }
  }
}
