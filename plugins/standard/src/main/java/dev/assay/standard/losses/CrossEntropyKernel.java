package dev.assay.standard.losses;

import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Softmax;
import dev.assay.engine.kernel.onednn.Step;
import java.nio.FloatBuffer;

/** {@link CrossEntropy} of many rows: the gradient is the prediction, less 1 at the right class. */
public final class CrossEntropyKernel implements LossKernel {

  /** Below it, a probability of 32 bits has lost digits. */
  private static final float SMALLEST = 1e-30f;

  private final CrossEntropy loss;
  private final LossBinding at;
  private final Step predict;
  private final Step scaled;
  private final float[] nothing;

  private CrossEntropyKernel(CrossEntropy loss, LossBinding at) {
    this.loss = loss;
    this.at = at;
    this.predict = Softmax.forward(at.arena(), at.logits(), at.predictions());
    Memory gradient = at.gradient();
    this.scaled =
        gradient == null
            ? Step.NONE
            : Pointwise.linear(at.arena(), at.scale(), 0, at.predictions(), gradient);
    this.nothing =
        new float[Math.max(0, at.rows().steps() - at.rows().scored()) * at.rows().width()];
  }

  /** Binds it. */
  public static LossKernel bind(CrossEntropy loss, LossBinding at) {
    return loss.plain() && !at.padded()
        ? new CrossEntropyKernel(loss, at)
        : new WantedKernel(at, rows(loss, at));
  }

  /** What is wanted of each class is the same wherever one is right, so it is computed once. */
  private static WantedKernel.Rows rows(CrossEntropy loss, LossBinding at) {
    int classes = at.rows().width();
    float[][] wanted = new float[classes][classes];
    double[] weights = new double[classes];
    for (int right = 0; right < classes; right++) {
      double[] exact = loss.wanted(right, classes);
      for (int i = 0; i < classes; i++) {
        wanted[right][i] = (float) exact[i];
      }
      weights[right] = loss.weight(new double[] {right});
    }
    float[] targets = at.targets().floats();
    return new WantedKernel.Rows() {
      @Override
      public void wanted(int row, float[] into) {
        System.arraycopy(wanted[(int) targets[row]], 0, into, 0, classes);
      }

      @Override
      public double weight(int row) {
        return weights[(int) targets[row]];
      }

      @Override
      public double constant(int row) {
        return 0;
      }
    };
  }

  @Override
  public void predict() {
    predict.run();
  }

  @Override
  public double loss() {
    double sum = 0;
    FloatBuffer predictions = at.predictions().numbers();
    for (int row = 0; row < at.scored(); row++) {
      float probability = predictions.get(at.start(row) + right(row));
      sum -= probability < SMALLEST ? -exact(row) : Math.log(probability);
    }
    return sum;
  }

  /** From the logits, where the probability is too small to have kept its digits. */
  private double exact(int row) {
    double[] logits = new double[at.rows().width()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = at.logits().numbers().get(at.start(row) + i);
    }
    return loss.row(logits, new double[] {right(row)}, new double[logits.length]);
  }

  @Override
  public double weight() {
    return at.scored();
  }

  @Override
  public void backward() {
    Memory gradient = at.gradient();
    if (gradient == null) {
      return;
    }
    scaled.run();
    FloatBuffer numbers = gradient.numbers();
    float scale = at.scale();
    for (int row = 0; row < at.scored(); row++) {
      int index = at.start(row) + right(row);
      numbers.put(index, numbers.get(index) - scale);
    }
    if (nothing.length > 0) {
      for (int sample = 0; sample < at.samples(); sample++) {
        numbers.put(sample * at.rows().steps() * at.rows().width(), nothing);
      }
    }
  }

  private int right(int row) {
    return (int) at.targets().floats()[row];
  }
}
