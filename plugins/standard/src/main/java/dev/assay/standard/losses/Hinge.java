package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Identity;
import jakarta.validation.constraints.Positive;

/**
 * How far the right class is from leading all others by a margin {@code m} (<a
 * href="https://www.jmlr.org/papers/v2/crammer01a.html">Crammer and Singer 2001</a>, summed over
 * classes as by Weston and Watkins 1999): with the right class {@code t} of {@code C},
 *
 * <pre>
 * 1/C sum over c other than t of max(0, m - z_t + z_c)
 * </pre>
 *
 * <p>Targets that are numbers, each 1 or -1, are compared one by one, as a mean of {@code max(0, m
 * - t z)}. Predictions are the logits themselves, and no probabilities.
 */
@Doc("How far the right class is from leading all others by a margin.")
public record Hinge(@Doc("How far it has to lead.") @Default("1") @Positive double margin)
    implements Loss {

  @Override
  public int width(Shape target) {
    if (target.isSymbols() && target.rank() > 0) {
      throw new ShapeException("takes a class, or numbers, as target, not " + target.describe());
    }
    return target.isSymbols() ? Math.max(2, target.symbols()) : target.size();
  }

  @Override
  public Activation activation() {
    return new Identity();
  }

  @Override
  public double row(double[] logits, double[] target, double[] gradient) {
    return target.length < logits.length
        ? ofClass(logits, (int) target[0], gradient)
        : ofSigns(logits, target, gradient);
  }

  private double ofClass(double[] logits, int right, double[] gradient) {
    double sum = 0;
    int passed = 0;
    for (int i = 0; i < logits.length; i++) {
      double lack = i == right ? 0 : Math.max(0, margin - logits[right] + logits[i]);
      gradient[i] = lack > 0 ? 1.0 / logits.length : 0;
      passed += lack > 0 ? 1 : 0;
      sum += lack;
    }
    gradient[right] = -(double) passed / logits.length;
    return sum / logits.length;
  }

  private double ofSigns(double[] logits, double[] target, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double lack = Math.max(0, margin - target[i] * logits[i]);
      gradient[i] = lack > 0 ? -target[i] / logits.length : 0;
      sum += lack;
    }
    return sum / logits.length;
  }
}
