package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * Gradient descent with a velocity: {@code v = momentum v + g}, then {@code w -= rate v};
 * Nesterov's form looks ahead, {@code w -= rate (g + momentum v)} (<a
 * href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever et al. 2013</a>, in the form
 * that PyTorch uses).
 */
@Doc("Gradient descent with a velocity.")
@Elsewhere({"nesterov", "sgd_momentum", "nesterovs"})
public record Momentum(
    @Doc("The size of the steps.") Schedule learningRate,
    @Doc("How much of the velocity is kept from step to step.")
        @Default("0.9")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule momentum,
    @Doc("Whether to use Nesterov's form.") @Default("false") boolean nesterov)
    implements Optimizer {

  @Override
  public Schedule kept() {
    return momentum;
  }

  @Override
  public int stateVectors() {
    return 1;
  }

  @Override
  public void update(Stretch s, Step step) {
    double kept = step.kept();
    double[] velocity = s.state()[0];
    for (int i = 0; i < s.count(); i++) {
      double g = s.gradient()[i];
      double v = kept * velocity[s.offset() + i] + g;
      velocity[s.offset() + i] = v;
      s.parameters()[i] -= step.learningRate() * (nesterov ? g + kept * v : v);
    }
  }

  @Override
  public void update(FloatStretch s, Step step) {
    float rate = (float) step.learningRate();
    float kept = (float) step.kept();
    float ofGradient = nesterov ? rate : 0;
    float ofVelocity = nesterov ? rate * kept : rate;
    float[] velocity = s.state()[0];
    accelerate(velocity, s.gradient(), kept, s.count());
    descend(s.parameters(), s.gradient(), velocity, ofGradient, ofVelocity, s.count());
  }

  private static void accelerate(float[] velocity, float[] gradient, float kept, int count) {
    for (int i = 0; i < count; i++) {
      velocity[i] = (kept * velocity[i] + gradient[i] + FADED) - FADED;
    }
  }

  private static void descend(
      float[] parameters,
      float[] gradient,
      float[] velocity,
      float ofGradient,
      float ofVelocity,
      int count) {
    for (int i = 0; i < count; i++) {
      parameters[i] -= ofGradient * gradient[i] + ofVelocity * velocity[i];
    }
  }
}
