package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Adam (<a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>, algorithm 1): steps of
 * about the learning rate in each parameter, by running means of the gradient and of its square.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2
 * w -= rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>DL4J's own Adam adds epsilon to {@code sqrt(v)} before that is corrected, which makes the
 * first steps smaller than the paper's.
 */
@Doc("Steps of about the learning rate in each parameter, by running means of the gradient.")
public record Adam(
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
    return 2;
  }

  @Override
  public void update(Stretch s, Step step) {
    double kept = step.kept();
    double[] means = s.state()[0];
    double[] squares = s.state()[1];
    double correction1 = step.correction(kept);
    double correction2 = Math.sqrt(step.correction(beta2));
    double rate = step.learningRate() / correction1;
    for (int i = 0; i < s.count(); i++) {
      double g = s.gradient()[i];
      double m = kept * means[s.offset() + i] + (1 - kept) * g;
      double v = beta2 * squares[s.offset() + i] + (1 - beta2) * (g * g);
      means[s.offset() + i] = m;
      squares[s.offset() + i] = v;
      s.parameters()[i] -= rate * m / (Math.sqrt(v) / correction2 + epsilon);
    }
  }

  /**
   * The same, with the correction of v taken out of the root, and with means that fade below 1e-30
   * set to zero: a processor computes many times slower with numbers below 1e-38.
   */
  @Override
  public void update(FloatStretch s, Step step) {
    double correction1 = step.correction(step.kept());
    double correction2 = Math.sqrt(step.correction(beta2));
    update(
        s,
        (float) (step.learningRate() * correction2 / correction1),
        (float) (epsilon * correction2),
        step.kept());
  }

  private void update(FloatStretch s, float rate, float floor, double kept) {
    float[] parameters = s.parameters();
    float[] gradient = s.gradient();
    float[] means = s.state()[0];
    float[] squares = s.state()[1];
    float keep1 = (float) kept;
    float take1 = (float) (1 - kept);
    float keep2 = (float) beta2;
    float take2 = (float) (1 - beta2);
    int count = s.count();
    for (int i = 0; i < count; i++) { // plain enough for Java to make vector instructions of it
      float g = gradient[i];
      float m = (keep1 * means[i] + take1 * g + FADED) - FADED;
      float v = (keep2 * squares[i] + take2 * (g * g) + FADED) - FADED;
      means[i] = m;
      squares[i] = v;
      parameters[i] -= rate * m / ((float) Math.sqrt(v) + floor);
    }
  }
}
