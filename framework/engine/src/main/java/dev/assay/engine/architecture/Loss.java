package dev.assay.engine.architecture;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Kind;
import dev.assay.engine.shape.Shape;
import java.util.OptionalDouble;

/**
 * What training makes small: how far a prediction is from its target.
 *
 * <p>A network ends in <i>logits</i>, rows of numbers. The loss turns each row into a prediction,
 * by its {@link #activation}, and compares it with one row of the target. The loss of a batch is
 * the sum over all rows, divided by what they weigh together: their number, where none weighs more
 * than another.
 */
@Doc(
    "Each compares rows: a sample, or a step of one, or a pixel of a mask. The loss of a batch is"
        + " the mean of all rows that are no padding, and the weighted mean where a loss gives them"
        + " weights, as PyTorch's is.")
@Kind(value = "loss", plural = "losses")
public interface Loss {

  /**
   * How many logits a row needs for a target.
   *
   * @throws dev.assay.engine.shape.ShapeException if the loss cannot take the target
   */
  int width(Shape target);

  /** What makes a prediction of logits. */
  Activation activation();

  /**
   * Above which number it is a yes, both in targets and in predictions; nothing where numbers are
   * no answers of yes and no.
   */
  default OptionalDouble threshold() {
    return OptionalDouble.empty();
  }

  /**
   * How much a row counts; the loss of a row is to be multiplied by it. A row that weighs nothing
   * is left out of metrics, too.
   */
  default double weight(double[] target) {
    return 1;
  }

  /**
   * The loss of one row, multiplied by its weight.
   *
   * @param logits the network's numbers
   * @param target one class, or as many numbers as there are logits
   * @param gradient receives the derivative of the loss by each logit
   */
  double row(double[] logits, double[] target, double[] gradient);
}
