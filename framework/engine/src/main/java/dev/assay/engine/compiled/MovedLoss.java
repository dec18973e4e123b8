package dev.assay.engine.compiled;

import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Step;
import org.jspecify.annotations.Nullable;

/**
 * A loss whose logits are brought to it, and whose gradient is taken to where it belongs.
 *
 * @param scale makes the gradient larger, in place
 */
record MovedLoss(Step logits, LossKernel kernel, Step scale, @Nullable Port gradient)
    implements LossKernel {

  @Override
  public void predict() {
    logits.run();
    kernel.predict();
  }

  @Override
  public double loss() {
    return kernel.loss();
  }

  @Override
  public double weight() {
    return kernel.weight();
  }

  @Override
  public void backward() {
    kernel.backward();
    if (gradient != null) {
      scale.run();
      gradient.move().run();
    }
  }
}
