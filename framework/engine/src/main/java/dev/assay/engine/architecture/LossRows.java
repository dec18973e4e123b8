package dev.assay.engine.architecture;

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

  /**
   * The mean loss of all rows that have a target.
   *
   * @param gradient receives the derivative of that mean by each logit
   */
  public double mean(double[] logits, double[] targets, double[] gradient) {
    int samples = logits.length / (steps * width);
    int rows = samples * scored;
    double[] row = new double[width];
    double[] target = new double[targetWidth];
    double[] derivative = new double[width];
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      int step = row(i);
      System.arraycopy(logits, step * width, row, 0, width);
      System.arraycopy(targets, i * targetWidth, target, 0, targetWidth);
      sum += loss.row(row, target, derivative);
      for (int j = 0; j < width; j++) {
        gradient[step * width + j] = derivative[j] / rows;
      }
    }
    return sum / rows;
  }
}
