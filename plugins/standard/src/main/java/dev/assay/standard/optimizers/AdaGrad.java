package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * AdaGrad (<a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi et al. 2011</a>, figure 1,
 * diagonal form): steps become smaller in each parameter, the more its gradient has been.
 *
 * <pre>
 * s += g^2                w -= rate g / sqrt(s + epsilon)
 * </pre>
 */
@Doc("Steps that become smaller in each parameter, the more its gradient has been.")
public record AdaGrad(
    @Doc("The size of the steps.") Schedule learningRate,
    @Doc("Keeps the first steps small where the gradient is nearly zero.")
        @Default("1e-8")
        @PositiveOrZero
        double epsilon)
    implements Optimizer {

  @Override
  public int stateVectors() {
    return 1;
  }

  @Override
  public void update(Stretch s, Step step) {
    double[] squares = s.state()[0];
    for (int i = 0; i < s.count(); i++) {
      double g = s.gradient()[i];
      double sum = squares[s.offset() + i] + g * g;
      squares[s.offset() + i] = sum;
      if (sum > 0) { // a number that never had a gradient stays, also without an epsilon
        s.parameters()[i] -= step.learningRate() * g / Math.sqrt(sum + epsilon);
      }
    }
  }

  @Override
  public void update(FloatStretch s, Step step) {
    // What never had a gradient is divided by something in any case, and stays.
    float floor = (float) Math.max(epsilon, Float.MIN_NORMAL);
    descend(
        s.parameters(), s.gradient(), s.state()[0], (float) step.learningRate(), floor, s.count());
  }

  private static void descend(
      float[] parameters, float[] gradient, float[] squares, float rate, float floor, int count) {
    for (int i = 0; i < count; i++) {
      float g = gradient[i];
      float sum = squares[i] + g * g;
      squares[i] = sum;
      parameters[i] -= rate * g / (float) Math.sqrt(sum + floor);
    }
  }
}
