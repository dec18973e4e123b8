package dev.assay.standard.losses;

import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;

/** A {@link Distance} of many rows. */
public final class DistanceKernel implements LossKernel {

  private final Distance loss;
  private final LossBinding at;
  private final Step predict;
  private final int width;
  private final float[] numbers;

  private DistanceKernel(Distance loss, LossBinding at, Step predict) {
    this.loss = loss;
    this.at = at;
    this.predict = predict;
    this.width = at.rows().width();
    this.numbers = new float[at.scored() * width];
  }

  /** Binds a loss whose predictions are the logits themselves. */
  public static LossKernel bind(Distance loss, LossBinding at) {
    return new DistanceKernel(loss, at, Reorder.copy(at.arena(), at.logits(), at.predictions()));
  }

  /** Binds {@link Poisson}. */
  public static LossKernel bind(Poisson loss, LossBinding at) {
    return loss.logInput()
        ? new DistanceKernel(
            loss, at, Pointwise.EXP.forward(at.arena(), at.logits(), at.predictions()))
        : bind((Distance) loss, at);
  }

  @Override
  public void predict() {
    predict.run();
  }

  @Override
  public double loss() {
    double sum = 0;
    float[] targets = at.targets().floats();
    at.read(at.logits(), numbers);
    for (int row = 0; row < at.scored(); row++) {
      int end = at.counts(row) ? (row + 1) * width : 0;
      for (int i = row * width; i < end; i++) {
        sum += loss.of(numbers[i], targets[i]);
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
    float scale = at.scale() / width;
    float[] targets = at.targets().floats();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = scale * (float) loss.slope(numbers[i], targets[i]);
    }
    at.write(numbers, gradient);
  }
}
