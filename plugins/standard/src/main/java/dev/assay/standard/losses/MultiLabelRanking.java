package dev.assay.standard.losses;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Identity;
import java.util.Arrays;

/**
 * Whether the labels that a sample has are ahead of those that it has not (<a
 * href="https://doi.org/10.1109/TKDE.2006.162">Zhang and Zhou 2006</a>, equation 3, whose c is z):
 * with those {@code k} that it has, {@code Y}, and those {@code l} that it has not, {@code N},
 *
 * <pre>
 * 1 / (|Y| |N|) sum over k and l of exp(z_l - z_k)
 * = 1 / (|Y| |N|) (sum over l of exp(z_l)) (sum over k of exp(-z_k))
 * </pre>
 *
 * <p>A sample that has all labels, or none, has nothing to rank, and adds nothing.
 */
@Doc(
    "Whether the labels of a sample, where its target is above 0.5, are ahead of all others: the"
        + " mean, over pairs of one and another, of exp(other - one). A sample that has all labels, or"
        + " none, adds nothing.")
@Elsewhere({"multi_label", "bp_mll", "pairwise_ranking", "multilabel_ranking"})
public record MultiLabelRanking() implements Loss {

  /** From where on a label is one of the sample's. */
  private static final double HAS = 0.5;

  @Override
  public int width(Shape target) {
    if (target.isSymbols() || target.size() < 2) {
      throw new ShapeException(
          "ranks two labels or more, each 1 or 0 in the target, which is " + target.describe());
    }
    return target.size();
  }

  @Override
  public Activation activation() {
    return new Identity();
  }

  @Override
  public double row(double[] logits, double[] target, double[] gradient) {
    double lowest = Double.POSITIVE_INFINITY;
    int own = 0;
    for (int i = 0; i < logits.length; i++) {
      own += target[i] > HAS ? 1 : 0;
      lowest = target[i] > HAS ? Math.min(lowest, logits[i]) : lowest;
    }
    double pairs = (double) own * (logits.length - own);
    if (pairs == 0) {
      Arrays.fill(gradient, 0);
      return 0;
    }
    return ranked(logits, target, lowest, pairs, gradient);
  }

  /** Counted from the sample's lowest label, only what is out of order has large exponentials. */
  private static double ranked(
      double[] logits, double[] target, double lowest, double pairs, double[] gradient) {
    double own = 0;
    double others = 0;
    for (int i = 0; i < logits.length; i++) {
      boolean has = target[i] > HAS;
      gradient[i] = has ? -Math.exp(lowest - logits[i]) : Math.exp(logits[i] - lowest);
      own -= has ? gradient[i] : 0;
      others += has ? 0 : gradient[i];
    }
    for (int i = 0; i < logits.length; i++) {
      gradient[i] *= (target[i] > HAS ? others : own) / pairs;
    }
    return own * others / pairs;
  }
}
