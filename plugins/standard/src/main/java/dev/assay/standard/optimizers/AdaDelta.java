package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;

/**
 * AdaDelta (<a href="https://arxiv.org/abs/1212.5701">Zeiler 2012</a>, algorithm 1): steps as long
 * as those before them, by how the gradient has changed; a learning rate of 1 is the paper's.
 *
 * <pre>
 * s = rho s + (1 - rho) g^2            d = sqrt(u + epsilon) / sqrt(s + epsilon) g
 * u = rho u + (1 - rho) d^2            w -= rate d
 * </pre>
 */
@Doc("Steps as long as those before them, by how the gradient has changed.")
public record AdaDelta(
    @Doc("What steps are multiplied by.") @Default("1") Schedule learningRate,
    @Doc("How much of both running means is kept from step to step.")
        @Default("0.9")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double rho,
    @Doc("Makes the first steps possible.") @Default("1e-6") @Positive double epsilon)
    implements Optimizer {

  @Override
  public int stateVectors() {
    return 2;
  }

  @Override
  public void update(Stretch s, Step step) {
    double[] squares = s.state()[0];
    double[] steps = s.state()[1];
    for (int i = 0; i < s.count(); i++) {
      int at = s.offset() + i;
      double g = s.gradient()[i];
      squares[at] = rho * squares[at] + (1 - rho) * (g * g);
      double d = Math.sqrt(steps[at] + epsilon) / Math.sqrt(squares[at] + epsilon) * g;
      steps[at] = rho * steps[at] + (1 - rho) * (d * d);
      s.parameters()[i] -= step.learningRate() * d;
    }
  }

  @Override
  public void update(FloatStretch s, Step step) {
    float[] parameters = s.parameters();
    float[] gradient = s.gradient();
    float[] squares = s.state()[0];
    float[] steps = s.state()[1];
    float rate = (float) step.learningRate();
    float kept = (float) rho;
    float taken = (float) (1 - rho);
    float floor = (float) epsilon;
    int count = s.count();
    for (int i = 0; i < count; i++) {
      float g = gradient[i];
      float square = (kept * squares[i] + taken * (g * g) + FADED) - FADED;
      float before = steps[i];
      float d = (float) Math.sqrt((before + floor) / (square + floor)) * g;
      squares[i] = square;
      steps[i] = (kept * before + taken * (d * d) + FADED) - FADED;
      parameters[i] -= rate * d;
    }
  }
}
