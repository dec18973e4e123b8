package dev.assay.engine.compiled;

import dev.assay.engine.dataset.Samples;
import dev.assay.engine.kernel.Kernel;

/**
 * The kernel of one layer in a network that is trained, to be run by itself: what measurements look
 * at. A kernel may overwrite what it reads, so each run needs its way there before it.
 */
public final class BoundKernel {

  private final ShardProgram program;
  private final int place;
  private final Samples samples;
  private final Kernel kernel;

  BoundKernel(ShardProgram program, int place, Samples samples) {
    this.program = program;
    this.place = place;
    this.samples = samples;
    this.kernel = program.kernels().get(place);
  }

  /** Runs what a step of the training runs before {@link #forward}. */
  public void approachForward() {
    program.forward(samples, place);
  }

  /** Runs the kernel forward. */
  public void forward() {
    kernel.forward();
  }

  /** Runs what a step of the training runs before {@link #backward}. */
  public void approachBackward() {
    program.forward(samples);
    program.losses();
    program.backward(place + 1);
  }

  /** Runs the kernel backward. */
  public void backward() {
    kernel.backward();
  }
}
