package dev.assay.standard.losses;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Identity;

/** A loss that compares numbers one by one, and is the mean over the numbers of a row. */
public interface Distance extends Loss {

  /** How far one logit, which mostly is the prediction itself, is from its target. */
  double of(double logit, double target);

  /** The derivative of that by the logit. */
  double slope(double logit, double target);

  @Override
  default int width(Shape target) {
    if (target.isSymbols()) {
      throw new ShapeException(
          "takes numbers as target, not " + target.describe(), "`cross_entropy` takes classes");
    }
    return target.size();
  }

  @Override
  default Activation activation() {
    return new Identity();
  }

  @Override
  default double row(double[] logits, double[] target, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      sum += of(logits[i], target[i]);
      gradient[i] = slope(logits[i], target[i]) / logits.length;
    }
    return sum / logits.length;
  }
}
