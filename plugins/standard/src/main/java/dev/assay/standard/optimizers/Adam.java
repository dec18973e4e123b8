package dev.assay.standard.optimizers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.optimizer.Schedule;
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
        double beta1,
    @Doc("How much of the squared gradient's running mean is kept from step to step.")
        @Default("0.999")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double beta2,
    @Doc("Keeps steps small where the gradient is nearly zero.") @Default("1e-8") @PositiveOrZero
        double epsilon)
    implements Optimizer {

  @Override
  public int stateVectors() {
    return 2;
  }

  @Override
  public void update(Stretch s, Step step) {
    double[] means = s.state()[0];
    double[] squares = s.state()[1];
    double correction1 = 1 - Math.pow(beta1, (double) step.number());
    double correction2 = Math.sqrt(1 - Math.pow(beta2, (double) step.number()));
    double rate = step.learningRate() / correction1;
    for (int i = 0; i < s.count(); i++) {
      double g = s.gradient()[i];
      double m = beta1 * means[s.offset() + i] + (1 - beta1) * g;
      double v = beta2 * squares[s.offset() + i] + (1 - beta2) * (g * g);
      means[s.offset() + i] = m;
      squares[s.offset() + i] = v;
      s.parameters()[i] -= rate * m / (Math.sqrt(v) / correction2 + epsilon);
    }
  }
}
