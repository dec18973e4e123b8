package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Sigmoid;
import jakarta.validation.constraints.Positive;
import java.util.OptionalDouble;

/**
 * Yes or no, several times over: the mean, over the numbers of a prediction {@code p = sigmoid(z)},
 * of the negative logarithm of the probability of the target {@code t} from 0 to 1,
 *
 * <pre>
 * -w t log p - (1 - t) log(1 - p)  =  (1 - t) z + (1 + (w - 1) t) log(1 + exp(-z))
 * </pre>
 *
 * where {@code w} is the weight of a yes. Its derivative by z is {@code (1 - t) p - w t (1 - p)}.
 * Computed from logits, so that it neither overflows nor loses digits.
 */
@Doc("Yes or no for each number: the negative logarithm of the probability of what is right.")
@Elsewhere({"bce", "bce_with_logits", "binary_crossentropy"})
public record BinaryCrossEntropy(
    @Doc("How much a target of 1 counts beside one of 0.") @Default("1") @Positive
        double positiveWeight)
    implements Loss {

  @Override
  public int width(Shape target) {
    if (target.isSymbols()) {
      throw new ShapeException(
          "takes numbers from 0 to 1 as target, not " + target.describe(),
          "`cross_entropy` takes classes");
    }
    return target.size();
  }

  @Override
  public Range targets() {
    return new Range(0, 1);
  }

  @Override
  public Activation activation() {
    return new Sigmoid();
  }

  @Override
  public OptionalDouble threshold() {
    return OptionalDouble.of(0.5);
  }

  @Override
  public double row(double[] logits, double[] target, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double t = target[i];
      double p = 1 / (1 + Math.exp(-logits[i]));
      // log(1 + exp(-z)), whose exponential must not overflow
      double softplus = Math.log1p(Math.exp(-Math.abs(logits[i]))) + Math.max(0, -logits[i]);
      sum += (1 - t) * logits[i] + (1 + (positiveWeight - 1) * t) * softplus;
      gradient[i] = ((1 - t) * p - positiveWeight * t * (1 - p)) / logits.length;
    }
    return sum / logits.length;
  }
}
