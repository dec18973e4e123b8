package dev.assay.standard.optimizers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;

/** Stochastic gradient descent: {@code w -= rate g}. */
@Doc("Stochastic gradient descent: a step against the gradient.")
public record Sgd(@Doc("The size of the steps.") Schedule learningRate) implements Optimizer {

  @Override
  public int stateVectors() {
    return 0;
  }

  @Override
  public void update(Stretch s, Step step) {
    for (int i = 0; i < s.count(); i++) {
      s.parameters()[i] -= step.learningRate() * s.gradient()[i];
    }
  }

  @Override
  public void update(FloatStretch s, Step step) {
    descend(s.parameters(), s.gradient(), (float) step.learningRate(), s.count());
  }

  private static void descend(float[] parameters, float[] gradient, float rate, int count) {
    for (int i = 0; i < count; i++) {
      parameters[i] -= rate * gradient[i];
    }
  }
}
