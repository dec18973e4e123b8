package dev.assay.engine.compiled;

import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import org.jspecify.annotations.Nullable;

/** Any loss, row by row, in double precision: for those that have no kernel of their own. */
record RowsLossKernel(LossBinding at, Step prediction) implements LossKernel {

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

  @Override
  public double loss() {
    return at.rows().sum(logits(), targets(), at::counts, new double[at.logits().length()]);
  }

  @Override
  public double weight() {
    return at.rows().weight(targets(), at::counts);
  }

  @Override
  public void backward() {
    Memory gradient = at.gradient();
    if (gradient != null) {
      double[] derivatives = new double[gradient.length()];
      at.rows().sum(logits(), targets(), at::counts, derivatives);
      double scale = at.scale(weight());
      for (int i = 0; i < derivatives.length; i++) {
        gradient.numbers().put(i, (float) (derivatives[i] * scale));
      }
    }
  }

  private double[] logits() {
    double[] logits = new double[at.logits().length()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = at.logits().numbers().get(i);
    }
    return logits;
  }

  private double[] targets() {
    return at.targets().all();
  }
}
