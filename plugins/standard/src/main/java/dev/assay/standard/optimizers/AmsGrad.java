package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * AMSGrad (<a href="https://openreview.net/forum?id=ryQu7f-RZ">Reddi et al. 2018</a>, algorithm 2,
 * with {@link Adam}'s corrections, as PyTorch has it): Adam whose steps never become longer again
 * because gradients were small for a while.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2          u = max(u, v)
 * w -= rate (m / (1 - beta1^t)) / (sqrt(u / (1 - beta2^t)) + epsilon)
 * </pre>
 */
@Doc("Adam whose steps do not become longer again where gradients were small for a while.")
public record AmsGrad(
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
        double epsilon)
    implements Optimizer {

  @Override
  public Schedule kept() {
    return beta1;
  }

  @Override
  public int stateVectors() {
    return 3;
  }

  @Override
  public void update(Stretch s, Step step) {
    double kept = step.kept();
    double[] means = s.state()[0];
    double[] squares = s.state()[1];
    double[] largest = s.state()[2];
    double correction = Math.sqrt(step.correction(beta2));
    double rate = step.learningRate() / step.correction(kept);
    for (int i = 0; i < s.count(); i++) {
      int at = s.offset() + i;
      double g = s.gradient()[i];
      means[at] = kept * means[at] + (1 - kept) * g;
      squares[at] = beta2 * squares[at] + (1 - beta2) * (g * g);
      largest[at] = Math.max(largest[at], squares[at]);
      s.parameters()[i] -= rate * means[at] / (Math.sqrt(largest[at]) / correction + epsilon);
    }
  }

  @Override
  public void update(FloatStretch s, Step step) {
    double correction = Math.sqrt(step.correction(beta2));
    double rate = step.learningRate() / step.correction(step.kept());
    update(s, (float) (rate * correction), (float) (epsilon * correction), step.kept());
  }

  private void update(FloatStretch s, float rate, float floor, double kept) {
    float[] parameters = s.parameters();
    float[] gradient = s.gradient();
    float[] means = s.state()[0];
    float[] squares = s.state()[1];
    float[] largest = s.state()[2];
    float keep1 = (float) kept;
    float take1 = (float) (1 - kept);
    float keep2 = (float) beta2;
    float take2 = (float) (1 - beta2);
    int count = s.count();
    for (int i = 0; i < count; i++) {
      float g = gradient[i];
      float m = (keep1 * means[i] + take1 * g + FADED) - FADED;
      float v = (keep2 * squares[i] + take2 * (g * g) + FADED) - FADED;
      float u = Math.max(largest[i], v);
      means[i] = m;
      squares[i] = v;
      largest[i] = u;
      parameters[i] -= rate * m / ((float) Math.sqrt(u) + floor);
    }
  }
}
