package dev.assay.standard.losses;

import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossKernel;

/** {@link KlDivergence} of many rows: a cross-entropy with the target, less the target's own. */
public final class KlDivergenceKernel {

  private KlDivergenceKernel() {}

  /** Binds it. */
  public static LossKernel bind(KlDivergence loss, LossBinding at) {
    int width = at.rows().width();
    float[] targets = at.targets().floats();
    return new WantedKernel(
        at,
        new WantedKernel.Rows() {
          @Override
          public void wanted(int row, float[] into) {
            System.arraycopy(targets, row * width, into, 0, width);
          }

          @Override
          public double weight(int row) {
            return 1;
          }

          @Override
          public double constant(int row) {
            double sum = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
              sum += KlDivergence.entropy(targets[i]);
            }
            return sum;
          }
        });
  }
}
