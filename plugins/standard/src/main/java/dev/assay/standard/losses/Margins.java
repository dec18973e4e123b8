package dev.assay.standard.losses;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Identity;
import java.util.OptionalDouble;

/**
 * A loss of what predictions lack of a margin {@code m}, each lack having a cost.
 *
 * <p>With the right class {@code t} of {@code C}, the right one has to lead all others:
 *
 * <pre>
 * 1/C sum over c other than t of cost(max(0, m - z_t + z_c))
 * </pre>
 *
 * <p>Targets that are numbers say yes where they are above 0, and no elsewhere, so that 1 and -1,
 * or 1 and 0, will do. With {@code s} of 1 for a yes and -1 for a no, it is the mean over the
 * numbers of {@code cost(max(0, m - s z))}.
 *
 * <p>Predictions are the logits themselves, and no probabilities.
 */
interface Margins extends Loss {

  /** How far a prediction has to lead. */
  double margin();

  /** What it costs to lack this much, which is above 0, of the margin. */
  double cost(double lack);

  /** The derivative of that by what is lacking. */
  double slope(double lack);

  @Override
  default int width(Shape target) {
    if (target.isSymbols() && target.rank() > 0) {
      throw new ShapeException("takes a class, or numbers, as target, not " + target.describe());
    }
    return target.isSymbols() ? Math.max(2, target.symbols()) : target.size();
  }

  @Override
  default Activation activation() {
    return new Identity();
  }

  @Override
  default OptionalDouble threshold() {
    return OptionalDouble.of(0);
  }

  @Override
  default double row(double[] logits, double[] target, double[] gradient) {
    return target.length < logits.length
        ? ofClass(logits, (int) target[0], gradient)
        : ofSigns(logits, target, gradient);
  }

  private double ofClass(double[] logits, int right, double[] gradient) {
    double sum = 0;
    double lead = 0;
    for (int i = 0; i < logits.length; i++) {
      double lack = i == right ? 0 : margin() - logits[right] + logits[i];
      gradient[i] = lack > 0 ? slope(lack) / logits.length : 0;
      sum += lack > 0 ? cost(lack) : 0;
      lead += gradient[i];
    }
    gradient[right] = -lead;
    return sum / logits.length;
  }

  private double ofSigns(double[] logits, double[] target, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double sign = target[i] > 0 ? 1 : -1;
      double lack = margin() - sign * logits[i];
      gradient[i] = lack > 0 ? -sign * slope(lack) / logits.length : 0;
      sum += lack > 0 ? cost(lack) : 0;
    }
    return sum / logits.length;
  }
}
