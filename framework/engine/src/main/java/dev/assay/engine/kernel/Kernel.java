package dev.assay.engine.kernel;

import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/**
 * The mathematics of one layer on some rows of a batch, bound once to all its buffers.
 *
 * <p>Each thread has kernels of its own, so a kernel may keep what it needs.
 */
public interface Kernel {

  /** Computes the output of what the inputs hold. */
  void forward();

  /**
   * Computes the gradients by inputs and parameters from the gradient by the output. Parameters'
   * gradients are overwritten; all of them, or what another batch left there would count.
   */
  void backward();

  /** Steps that are run one after the other. */
  static Kernel of(List<Step> forward, List<Step> backward) {
    Step[] there = useful(forward);
    Step[] back = useful(backward);
    return new Kernel() {
      @Override
      public void forward() {
        for (Step step : there) {
          step.run();
        }
      }

      @Override
      public void backward() {
        for (Step step : back) {
          step.run();
        }
      }
    };
  }

  private static Step[] useful(List<Step> steps) {
    return steps.stream().filter(step -> step != Step.NONE).toArray(Step[]::new);
  }
}
