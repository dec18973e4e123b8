package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * AdaBelief (<a href="https://arxiv.org/abs/2010.07468">Zhuang et al. 2020</a>, algorithm 2): Adam
 * whose steps are long where the gradient is what its running mean says, and short where it is a
 * surprise.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g          s = beta2 s + (1 - beta2) (g - m)^2 + epsilon
 * w -= rate (m / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)
 * </pre>
 */
@Doc("Adam with long steps where the gradient is what its running mean says.")
public record AdaBelief(
    @Doc("The size of the steps.") Schedule learningRate,
    @Doc("How much of the gradient's running mean is kept from step to step.")
        @Default("0.9")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule beta1,
    @Doc("How much of the running mean of squared surprises is kept from step to step.")
        @Default("0.999")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double beta2,
    @Doc("Keeps steps small where the gradient is nearly zero.") @Default("1e-14") @PositiveOrZero
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
    double[] surprises = s.state()[1];
    double correction = Math.sqrt(step.correction(beta2));
    double rate = step.learningRate() / step.correction(kept);
    for (int i = 0; i < s.count(); i++) {
      int at = s.offset() + i;
      double g = s.gradient()[i];
      means[at] = kept * means[at] + (1 - kept) * g;
      double off = g - means[at];
      surprises[at] = beta2 * surprises[at] + (1 - beta2) * (off * off) + epsilon;
      double scale = Math.sqrt(surprises[at]) / correction + epsilon;
      s.parameters()[i] -= scale > 0 ? rate * means[at] / scale : 0;
    }
  }

  @Override
  public void update(FloatStretch s, Step step) {
    double correction = Math.sqrt(step.correction(beta2));
    double rate = step.learningRate() / step.correction(step.kept());
    update(s, (float) (rate * correction), (float) (epsilon * correction), step.kept());
  }

  private void update(FloatStretch s, float rate, float floor, double kept) {
    float[] means = s.state()[0];
    float[] surprises = s.state()[1];
    float keep1 = (float) kept;
    float take1 = (float) (1 - kept);
    float keep2 = (float) beta2;
    float take2 = (float) (1 - beta2);
    float more = (float) Math.max(epsilon, FADED);
    for (int i = 0; i < s.count(); i++) {
      float g = s.gradient()[i];
      means[i] = (keep1 * means[i] + take1 * g + FADED) - FADED;
      float off = g - means[i];
      surprises[i] = keep2 * surprises[i] + take2 * (off * off) + more;
      s.parameters()[i] -= rate * means[i] / ((float) Math.sqrt(surprises[i]) + floor);
    }
  }
}
