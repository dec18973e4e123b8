package dev.assay.standard.losses;

import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Softmax;
import dev.assay.engine.kernel.onednn.Step;

/**
 * Losses of the form {@code -sum of q_c log softmax(z)_c}, whose derivative is {@code (sum of q)
 * softmax(z) - q}: cross-entropies with what is wanted of each class.
 */
final class WantedKernel implements LossKernel {

  /** Says what is wanted of the classes of a row. */
  interface Rows {

    /** Writes what is wanted of each class; the letter q. */
    void wanted(int row, float[] wanted);

    /** How much a row counts. */
    double weight(int row);

    /** What is added to the loss of a row, whatever was predicted. */
    double constant(int row);
  }

  private final LossBinding at;
  private final Rows rows;
  private final Step predict;
  private final float[] logits;
  private final float[] wanted;
  private final float[] derivative;

  WantedKernel(LossBinding at, Rows rows) {
    this.at = at;
    this.rows = rows;
    this.predict = Softmax.forward(at.arena(), at.logits(), at.predictions());
    int width = at.rows().width();
    this.logits = new float[width];
    this.wanted = new float[width];
    this.derivative = new float[width];
  }

  @Override
  public void predict() {
    predict.run();
  }

  @Override
  public double loss() {
    double sum = 0;
    for (int row = 0; row < at.scored(); row++) {
      sum += at.counts(row) ? lossOfRow(row) + rows.constant(row) : 0;
    }
    return sum;
  }

  /** {@code -q z + (sum of q) log sum exp(z)}. */
  private double lossOfRow(int row) {
    at.logits().numbers().get(at.start(row), logits);
    rows.wanted(row, wanted);
    float largest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double exponentials = 0;
    double all = 0;
    double met = 0;
    for (int i = 0; i < logits.length; i++) {
      exponentials += Math.exp(logits[i] - largest);
      all += wanted[i];
      met += wanted[i] * (logits[i] - largest);
    }
    return all == 0 ? 0 : all * Math.log(exponentials) - met;
  }

  @Override
  public double weight() {
    double weight = 0;
    for (int row = 0; row < at.scored(); row++) {
      weight += at.counts(row) ? rows.weight(row) : 0;
    }
    return weight;
  }

  @Override
  public void backward() {
    Memory gradient = at.gradient();
    if (gradient == null) {
      return;
    }
    float scale = (float) at.scale(weight());
    at.clearUnscored(gradient);
    for (int row = 0; row < at.scored(); row++) {
      if (at.counts(row)) {
        derive(row, scale);
        gradient.numbers().put(at.start(row), derivative);
      }
    }
  }

  private void derive(int row, float scale) {
    at.predictions().numbers().get(at.start(row), derivative);
    rows.wanted(row, wanted);
    float all = 0;
    for (float part : wanted) {
      all += part;
    }
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] = scale * (all * derivative[i] - wanted[i]);
    }
  }
}
