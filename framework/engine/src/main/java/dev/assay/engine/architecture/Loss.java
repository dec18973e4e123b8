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

  /** The numbers that a target can be; data with others is refused. */
  default Range targets() {
    return Range.ANY;
  }

  /** The numbers that a prediction can be; where it is another, there is no loss. */
  default Range predictions() {
    return Range.ANY;
  }

  /** Numbers from one to another, both included. */
  record Range(double least, double greatest) {

    /** All numbers. */
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Numbers that are not negative. */
    public static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

    /** Whether a number is one of them. */
    public boolean has(double number) {
      return number >= least && number <= greatest;
    }

    /** In words: {@code from 0 to 1}. */
    public String describe() {
      return Double.isInfinite(greatest)
          ? "of %s or more".formatted(number(least))
          : "from %s to %s".formatted(number(least), number(greatest));
    }

    private static String number(double number) {
      return String.valueOf(number).replaceFirst("[.]0$", "");
    }
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
