package dev.assay.standard.losses;

import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Step;

/**
 * {@link BinaryCrossEntropy} of many rows. Exponentials and logarithms are oneDNN's: {@code log(1 +
 * exp(-z))} is {@code softplus(z) - z}.
 */
public final class BinaryCrossEntropyKernel implements LossKernel {

  private final float positiveWeight;
  private final LossBinding at;
  private final Step predict;
  private final Step soften;
  private final Memory softplus;
  private final int width;
  private final float[] logits;
  private final float[] soft;
  private final float[] predictions;

  private BinaryCrossEntropyKernel(BinaryCrossEntropy loss, LossBinding at) {
    this.positiveWeight = (float) loss.positiveWeight();
    this.at = at;
    this.width = at.rows().width();
    this.softplus = at.arena().allocate(at.logits().layout());
    this.predict = Pointwise.LOGISTIC.forward(at.arena(), at.logits(), at.predictions());
    this.soften = Pointwise.SOFTPLUS.forward(at.arena(), at.logits(), softplus);
    this.logits = new float[at.scored() * width];
    this.soft = new float[at.scored() * width];
    this.predictions = new float[at.scored() * width];
  }

  /** Binds it. */
  public static LossKernel bind(BinaryCrossEntropy loss, LossBinding at) {
    return new BinaryCrossEntropyKernel(loss, at);
  }

  @Override
  public void predict() {
    predict.run();
  }

  @Override
  public double loss() {
    soften.run();
    at.read(at.logits(), logits);
    at.read(softplus, soft);
    float[] targets = at.targets().floats();
    double sum = 0;
    for (int row = 0; row < at.scored(); row++) {
      int end = at.counts(row) ? (row + 1) * width : 0;
      for (int i = row * width; i < end; i++) {
        float t = targets[i];
        sum += (1 - t) * logits[i] + (1 + (positiveWeight - 1) * t) * (soft[i] - logits[i]);
      }
    }
    return sum / width;
  }

  @Override
  public double weight() {
    return at.weight();
  }

  @Override
  public void backward() {
    Memory gradient = at.gradient();
    if (gradient == null) {
      return;
    }
    at.read(at.predictions(), predictions);
    float[] targets = at.targets().floats();
    float scale = at.scale() / width;
    for (int i = 0; i < predictions.length; i++) {
      float t = targets[i];
      float p = predictions[i];
      predictions[i] = scale * ((1 - t) * p - positiveWeight * t * (1 - p));
    }
    at.write(predictions, gradient);
  }
}
