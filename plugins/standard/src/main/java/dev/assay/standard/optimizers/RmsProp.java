package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * RMSProp (Hinton's <a
 * href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">lecture 6e</a>,
 * with the momentum and the centred form of <a href="https://arxiv.org/abs/1308.0850">Graves
 * 2013</a>, as PyTorch has them): steps of about the learning rate, by a running mean of the
 * squared gradient.
 *
 * <pre>
 * s = rho s + (1 - rho) g^2            a = rho a + (1 - rho) g, and 0 where it is not centred
 * b = momentum b + g / (sqrt(s - a^2) + epsilon)
 * w -= rate b
 * </pre>
 */
@Doc("Steps of about the learning rate in each parameter, by a running mean of squared gradients.")
public record RmsProp(
    @Doc("The size of the steps.") Schedule learningRate,
    @Doc("How much of the squared gradient's running mean is kept from step to step.")
        @Default("0.99")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double rho,
    @Doc("How much of the velocity is kept from step to step.")
        @Default("0")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule momentum,
    @Doc("Whether the gradient's running mean is taken off it when it is squared.")
        @Default("false")
        boolean centered,
    @Doc("Keeps steps small where the gradient is nearly zero.") @Default("1e-8") @PositiveOrZero
        double epsilon)
    implements Optimizer {

  /** The squares' mean, the velocity and the mean, of which the latter two may always be zero. */
  @Override
  public int stateVectors() {
    return centered ? 3 : accelerates() ? 2 : 1;
  }

  private boolean accelerates() {
    return momentum.greatest() > 0;
  }

  @Override
  public Schedule kept() {
    return momentum;
  }

  @Override
  public void update(Stretch s, Step step) {
    double[] squares = s.state()[0];
    for (int i = 0; i < s.count(); i++) {
      int at = s.offset() + i;
      double g = s.gradient()[i];
      squares[at] = rho * squares[at] + (1 - rho) * (g * g);
      double variance = squares[at];
      if (centered) {
        double[] means = s.state()[2];
        means[at] = rho * means[at] + (1 - rho) * g;
        variance = Math.max(0, variance - means[at] * means[at]);
      }
      double scale = Math.sqrt(variance) + epsilon;
      double velocity = scale > 0 ? g / scale : 0;
      if (accelerates()) {
        velocity += step.kept() * s.state()[1][at];
        s.state()[1][at] = velocity;
      }
      s.parameters()[i] -= step.learningRate() * velocity;
    }
  }

  /** The plain form is a loop of its own; the others are as long as they are. */
  @Override
  public void update(FloatStretch s, Step step) {
    float floor = (float) Math.max(epsilon, FADED);
    if (centered || accelerates()) {
      rich(s, (float) step.learningRate(), floor, (float) step.kept());
    } else {
      plain(s, (float) step.learningRate(), floor);
    }
  }

  private void plain(FloatStretch s, float rate, float floor) {
    float[] parameters = s.parameters();
    float[] gradient = s.gradient();
    float[] squares = s.state()[0];
    int count = s.count();
    float kept = (float) rho;
    float taken = (float) (1 - rho);
    for (int i = 0; i < count; i++) {
      float g = gradient[i];
      float square = (kept * squares[i] + taken * (g * g) + FADED) - FADED;
      squares[i] = square;
      parameters[i] -= rate * g / ((float) Math.sqrt(square) + floor);
    }
  }

  private void rich(FloatStretch s, float rate, float floor, float ofVelocity) {
    float[] parameters = s.parameters();
    float[] gradient = s.gradient();
    float[] squares = s.state()[0];
    float[] velocities = s.state()[1];
    float[] means = centered ? s.state()[2] : new float[s.count()];
    float kept = (float) rho;
    float taken = (float) (1 - rho);
    float ofMean = centered ? taken : 0;
    int count = s.count();
    for (int i = 0; i < count; i++) { // two loops: Java makes no vector instructions of both in one
      float g = gradient[i];
      float square = (kept * squares[i] + taken * (g * g) + FADED) - FADED;
      float mean = (kept * means[i] + ofMean * g + FADED) - FADED;
      squares[i] = square;
      means[i] = mean;
    }
    for (int i = 0; i < count; i++) {
      float variance = Math.max(0f, squares[i] - means[i] * means[i]);
      float made = gradient[i] / ((float) Math.sqrt(variance) + floor);
      float velocity = (ofVelocity * velocities[i] + made + FADED) - FADED;
      velocities[i] = velocity;
      parameters[i] -= rate * velocity;
    }
  }
}
