package dev.assay.engine.architecture;

import java.util.function.IntPredicate;

/**
 * A loss over the rows of a batch.
 *
 * <p>Logits are {@code [samples, steps, width]}, targets {@code [samples, scored steps, target
 * width]}, where the scored steps are the last ones; a network without steps has one.
 *
 * @param steps how many steps the logits have
 * @param scored how many of them have a target
 * @param width how many logits a row has
 * @param targetWidth how many numbers the target of a row has: 1 for a class
 */
public record LossRows(Loss loss, int steps, int scored, int width, int targetWidth) {

  /** Where, among the logits' rows, a row that has a target is. */
  public int row(int number) {
    return number / scored * steps + (steps - scored) + number % scored;
  }

  /** Each row that has a target counts, where no sequence is padded. */
  public static final IntPredicate ALL = row -> true;

  /**
   * The loss of all rows that have a target, divided by what they weigh together; 0 where they
   * weigh nothing.
   *
   * @param counts says of a row that has a target whether it is no padding
   * @param gradient receives the derivative of that mean by each logit
   */
  public double mean(double[] logits, double[] targets, IntPredicate counts, double[] gradient) {
    double weight = weight(targets, counts);
    double sum = sum(logits, targets, counts, gradient);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = weight == 0 ? 0 : gradient[i] / weight;
    }
    return weight == 0 ? 0 : sum / weight;
  }

  /** What all rows weigh together. */
  public double weight(double[] targets, IntPredicate counts) {
    double[] target = new double[targetWidth];
    double weight = 0;
    for (int row = 0; row < targets.length / targetWidth; row++) {
      System.arraycopy(targets, row * targetWidth, target, 0, targetWidth);
      weight += counts.test(row) ? loss.weight(target) : 0;
    }
    return weight;
  }

  /**
   * The loss of all rows that have a target, each multiplied by its weight.
   *
   * @param counts says of a row that has a target whether it is no padding
   * @param gradient receives the derivative of that sum by each logit; others are left as they are
   */
  public double sum(double[] logits, double[] targets, IntPredicate counts, double[] gradient) {
    int rows = logits.length / (steps * width) * scored;
    double[] row = new double[width];
    double[] target = new double[targetWidth];
    double[] derivative = new double[width];
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      if (!counts.test(i)) {
        continue;
      }
      int step = row(i);
      System.arraycopy(logits, step * width, row, 0, width);
      System.arraycopy(targets, i * targetWidth, target, 0, targetWidth);
      sum += loss.row(row, target, derivative);
      System.arraycopy(derivative, 0, gradient, step * width, width);
    }
    return sum;
  }
}
