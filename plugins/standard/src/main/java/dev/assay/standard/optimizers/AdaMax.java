package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * AdaMax (<a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>, algorithm 2, with an
 * epsilon as PyTorch has it): Adam by the largest gradient instead of the mean square.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g          u = max(beta2 u, |g| + epsilon)
 * w -= rate / (1 - beta1^t) m / u
 * </pre>
 */
@Doc("Adam by the largest gradient of late instead of the mean square.")
public record AdaMax(
    @Doc("The size of the steps.") Schedule learningRate,
    @Doc("How much of the gradient's running mean is kept from step to step.")
        @Default("0.9")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule beta1,
    @Doc("How much of the largest gradient is kept from step to step.")
        @Default("0.999")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double beta2,
    @Doc("Keeps steps small where the gradient is nearly zero.") @Default("1e-8") @PositiveOrZero
        double epsilon)
    implements Optimizer {

  @Override
  public Schedule kept() {
    return beta1;
  }

  @Override
  public int stateVectors() {
    return 2;
  }

  @Override
  public void update(Stretch s, Step step) {
    double kept = step.kept();
    double[] means = s.state()[0];
    double[] largest = s.state()[1];
    double rate = step.learningRate() / step.correction(kept);
    for (int i = 0; i < s.count(); i++) {
      int at = s.offset() + i;
      double g = s.gradient()[i];
      means[at] = kept * means[at] + (1 - kept) * g;
      largest[at] = Math.max(beta2 * largest[at], Math.abs(g) + epsilon);
      if (largest[at] > 0) { // a number that never had a gradient stays, also without an epsilon
        s.parameters()[i] -= rate * means[at] / largest[at];
      }
    }
  }

  @Override
  public void update(FloatStretch s, Step step) {
    float[] parameters = s.parameters();
    float[] gradient = s.gradient();
    float[] means = s.state()[0];
    float[] largest = s.state()[1];
    float rate = (float) (step.learningRate() / step.correction(step.kept()));
    float keep1 = (float) step.kept();
    float take1 = (float) (1 - step.kept());
    float keep2 = (float) beta2;
    float floor = (float) Math.max(epsilon, FADED);
    int count = s.count();
    for (int i = 0; i < count; i++) {
      float g = gradient[i];
      float m = (keep1 * means[i] + take1 * g + FADED) - FADED;
      float u = Math.max(keep2 * largest[i], Math.abs(g) + floor);
      means[i] = m;
      largest[i] = u;
      parameters[i] -= rate * m / u;
    }
  }
}
