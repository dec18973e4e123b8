package dev.assay.standard.losses;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Softmax;

/**
 * The negative logarithm of the probability that softmax gives the right class: {@code -log
 * softmax(z)_t}, whose derivative by the logits is {@code softmax(z) - onehot(t)}.
 *
 * <p>Computed from logits, with the largest taken off first, so that it neither overflows nor loses
 * digits.
 */
@Doc("The negative logarithm of the probability that softmax gives the right class.")
public record CrossEntropy() implements Loss {

  @Override
  public int width(Shape target) {
    if (!target.isSymbols() || target.rank() > 0) {
      throw new ShapeException("takes a class as target, not " + target.describe());
    }
    return target.symbols();
  }

  @Override
  public Activation activation() {
    return new Softmax();
  }

  @Override
  public double row(double[] logits, double[] target, double[] gradient) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      gradient[i] = Math.exp(logits[i] - largest);
      sum += gradient[i];
    }
    for (int i = 0; i < logits.length; i++) {
      gradient[i] /= sum;
    }
    int right = (int) target[0];
    gradient[right] -= 1;
    return Math.log(sum) - (logits[right] - largest);
  }
}
