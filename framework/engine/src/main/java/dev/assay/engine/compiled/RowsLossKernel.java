package dev.assay.engine.compiled;

import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Any loss, row by row, in double precision: for those that have no kernel of their own. */
final class RowsLossKernel implements LossKernel {

  private final LossBinding at;
  private final Step prediction;
  private final float[] numbers;
  private final double[] logits;
  private final double[] derivatives;

  private RowsLossKernel(LossBinding at, Step prediction) {
    this.at = at;
    this.prediction = prediction;
    this.numbers = new float[at.logits().length()];
    this.logits = new double[numbers.length];
    this.derivatives = new double[numbers.length];
  }

  /**
   * Binds it.
   *
   * @param function what makes predictions of logits; null for the logits themselves
   */
  static RowsLossKernel bind(LossBinding at, @Nullable Elementwise function) {
    Step prediction =
        function == null
            ? Reorder.copy(at.arena(), at.logits(), at.predictions())
            : function.forward(at.arena(), at.logits(), at.predictions());
    return new RowsLossKernel(at, prediction);
  }

  @Override
  public void predict() {
    prediction.run();
  }

  /** A row's derivative comes with its loss, and is kept for the way back. */
  @Override
  public double loss() {
    at.logits().numbers().get(0, numbers);
    for (int i = 0; i < numbers.length; i++) {
      logits[i] = numbers[i];
    }
    Arrays.fill(derivatives, 0);
    return at.rows().sum(logits, at.targets().all(), at::counts, derivatives);
  }

  @Override
  public double weight() {
    return at.rows().weight(at.targets().all(), at::counts);
  }

  @Override
  public void backward() {
    Memory gradient = at.gradient();
    if (gradient == null) {
      return;
    }
    double scale = at.scale(weight());
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (derivatives[i] * scale);
    }
    gradient.numbers().put(0, numbers);
  }
}
