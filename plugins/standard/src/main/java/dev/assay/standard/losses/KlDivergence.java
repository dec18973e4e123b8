package dev.assay.standard.losses;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Softmax;

/**
 * How many nats the predicted distribution {@code p = softmax(z)} wastes on what is distributed as
 * the target {@code t} (Kullback and Leibler 1951): {@code sum of t_c (log t_c - log p_c)}, where a
 * target of 0 adds nothing. Its derivative by the logits is {@code (sum of t) p - t}.
 *
 * <p>The loss of a batch is the mean over its rows: PyTorch's {@code batchmean}.
 */
@Doc("How far the distribution that softmax makes is from the target's.")
@Elsewhere({"kl_div", "kld"})
public record KlDivergence() implements Loss {

  @Override
  public int width(Shape target) {
    if (target.isSymbols() || target.size() < 2) {
      throw new ShapeException(
          "takes a probability for each class as target, not " + target.describe(),
          "`cross_entropy` takes a class");
    }
    return target.size();
  }

  @Override
  public Range targets() {
    return Range.NOT_NEGATIVE;
  }

  @Override
  public Activation activation() {
    return new Softmax();
  }

  /** What the loss has beside the cross-entropy with the target. */
  static double entropy(double target) {
    return target <= 0 ? 0 : target * Math.log(target);
  }

  @Override
  public double row(double[] logits, double[] target, double[] gradient) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    double all = 0;
    for (int i = 0; i < logits.length; i++) {
      gradient[i] = Math.exp(logits[i] - largest);
      sum += gradient[i];
      all += target[i];
    }
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      double logarithm = logits[i] - largest - Math.log(sum);
      loss += entropy(target[i]) - target[i] * logarithm;
      gradient[i] = all * gradient[i] / sum - target[i];
    }
    return loss;
  }
}
