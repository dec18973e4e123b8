package dev.assay.standard.losses;

import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;

/** {@link MeanSquaredError} of many rows. */
public final class MeanSquaredErrorKernel implements LossKernel {

  private final double factor;
  private final LossBinding at;
  private final Step predict;
  private final int width;
  private final float[] distances;

  private MeanSquaredErrorKernel(MeanSquaredError loss, LossBinding at) {
    this.factor = loss.factor();
    this.at = at;
    this.predict = Reorder.copy(at.arena(), at.logits(), at.predictions());
    this.width = at.rows().width();
    this.distances = new float[at.scored() * width];
  }

  /** Binds it. */
  public static LossKernel bind(MeanSquaredError loss, LossBinding at) {
    return new MeanSquaredErrorKernel(loss, at);
  }

  @Override
  public void predict() {
    predict.run();
  }

  @Override
  public double loss() {
    double sum = 0;
    float[] targets = at.targets().floats();
    at.read(at.predictions(), distances);
    for (int row = 0; row < at.scored(); row++) {
      int end = at.counts(row) ? (row + 1) * width : 0;
      for (int i = row * width; i < end; i++) {
        distances[i] -= targets[i];
        sum += (double) distances[i] * distances[i];
      }
    }
    return factor * sum / width;
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
    float scale = (float) (2 * factor * at.scale() / width);
    for (int i = 0; i < distances.length; i++) {
      distances[i] *= scale;
    }
    at.write(distances, gradient);
  }
}
