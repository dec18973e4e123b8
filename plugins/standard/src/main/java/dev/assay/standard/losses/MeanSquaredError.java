package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Identity;
import jakarta.validation.constraints.Positive;

/**
 * The mean, over the numbers of a prediction, of the squared distance to the target, times a
 * factor: {@code f (z - t)^2}, whose derivative is {@code 2 f (z - t)}.
 */
@Doc("The mean, over the numbers of a prediction, of the squared distance to the target.")
@Elsewhere("mse")
public record MeanSquaredError(
    @Doc("What it is multiplied by; 0.5 leaves no 2 in its derivative.") @Default("1") @Positive
        double factor)
    implements Loss {

  @Override
  public int width(Shape target) {
    if (target.isSymbols()) {
      throw new ShapeException(
          "takes numbers as target, not " + target.describe(), "`cross_entropy` takes classes");
    }
    return target.size();
  }

  @Override
  public Activation activation() {
    return new Identity();
  }

  @Override
  public double row(double[] logits, double[] target, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double distance = logits[i] - target[i];
      gradient[i] = 2 * factor * distance / logits.length;
      sum += distance * distance;
    }
    return factor * sum / logits.length;
  }
}
