package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the state before a step adds to the step's sum in a {@link SimpleRnn}. */
interface Recall {

  /** Adds what adds it. */
  void forward(List<Step> to, int t, Memory before, Memory sum);

  /**
   * Adds what goes back to the state before.
   *
   * @param dBefore where the gradient by that state is added; null before the first step
   */
  void backward(List<Step> to, int t, Memory dSum, @Nullable Memory dBefore);

  /** The gradient by {@code h R} at all steps. */
  Memory gradient();

  /**
   * {@code h R}.
   *
   * @param gradient that by the sums at all steps
   */
  record Plain(Timeline time, Chain chain, Port there, @Nullable Port back, Memory gradient)
      implements Recall {

    @Override
    public void forward(List<Step> to, int t, Memory before, Memory sum) {
      to.add(chain.add(before, there, sum));
    }

    @Override
    public void backward(List<Step> to, int t, Memory dSum, @Nullable Memory dBefore) {
      if (dBefore != null && back != null) {
        to.add(chain.add(dSum, back, dBefore));
      }
    }
  }
}
