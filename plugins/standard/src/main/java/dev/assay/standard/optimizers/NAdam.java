package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * NAdam (<a href="https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ">Dozat 2016</a>, algorithm
 * 2, with its schedule of the momentum, as PyTorch has it): Adam that looks ahead as Nesterov's
 * momentum does.
 *
 * <pre>
 * mu_t = beta1 (1 - 0.96^(t psi) / 2)          M_t = mu_1 mu_2 ... mu_t
 * m = beta1 m + (1 - beta1) g                  v = beta2 v + (1 - beta2) g^2
 * n = (1 - mu_t) / (1 - M_t) g + mu_(t+1) / (1 - M_(t+1)) m
 * w -= rate n / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>DL4J's own has no schedule of the momentum.
 */
@Doc("Adam that looks ahead as Nesterov's momentum does.")
public record NAdam(
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
    @Doc("How fast the momentum rises to `beta1`, psi of the paper.")
        @Default("0.004")
        @PositiveOrZero
        double momentumDecay)
    implements Optimizer {

  /** What a product of momenta may be taken for zero below: 1 less it is 1. */
  private static final double NOTHING = 1e-18;

  @Override
  public int stateVectors() {
    return 2;
  }

  /** What the gradient and its mean are multiplied by, the learning rate included. */
  private record Factors(double ofGradient, double ofMean, double correction) {}

  private Factors factors(Step step) {
    double now = momentum(step.number());
    double next = momentum(step.number() + 1);
    double product = product(step.number());
    return new Factors(
        step.learningRate() * (1 - now) / (1 - product),
        step.learningRate() * next / (1 - product * next),
        Math.sqrt(step.correction(beta2)));
  }

  private double momentum(long t) {
    return beta1 * (1 - 0.5 * Math.pow(0.96, (double) t * momentumDecay));
  }

  private double product(long t) {
    if (Math.pow(beta1, (double) t) < NOTHING) {
      return 0; // no momentum is larger than beta1
    }
    double product = 1;
    for (long i = 1; i <= t && product >= NOTHING; i++) {
      product *= momentum(i);
    }
    return product;
  }

  @Override
  public void update(Stretch s, Step step) {
    double[] means = s.state()[0];
    double[] squares = s.state()[1];
    Factors by = factors(step);
    for (int i = 0; i < s.count(); i++) {
      int at = s.offset() + i;
      double g = s.gradient()[i];
      means[at] = beta1 * means[at] + (1 - beta1) * g;
      squares[at] = beta2 * squares[at] + (1 - beta2) * (g * g);
      double n = by.ofGradient * g + by.ofMean * means[at];
      s.parameters()[i] -= n / (Math.sqrt(squares[at]) / by.correction + epsilon);
    }
  }

  @Override
  public void update(FloatStretch s, Step step) {
    Factors by = factors(step);
    update(
        s,
        (float) (by.ofGradient * by.correction),
        (float) (by.ofMean * by.correction),
        (float) (epsilon * by.correction));
  }

  private void update(FloatStretch s, float ofGradient, float ofMean, float floor) {
    float[] parameters = s.parameters();
    float[] gradient = s.gradient();
    float[] means = s.state()[0];
    float[] squares = s.state()[1];
    float keep1 = (float) beta1;
    float take1 = (float) (1 - beta1);
    float keep2 = (float) beta2;
    float take2 = (float) (1 - beta2);
    int count = s.count();
    for (int i = 0; i < count; i++) {
      float g = gradient[i];
      float m = (keep1 * means[i] + take1 * g + FADED) - FADED;
      float v = (keep2 * squares[i] + take2 * (g * g) + FADED) - FADED;
      means[i] = m;
      squares[i] = v;
      parameters[i] -= (ofGradient * g + ofMean * m) / ((float) Math.sqrt(v) + floor);
    }
  }
}
