package dev.assay.engine.kernel;

import dev.assay.engine.architecture.Layer;

/** The way from a layer to the kernel that computes one step after the other, and remembers. */
@FunctionalInterface
public interface SteppingFactory<L extends Layer> {

  /**
   * Binds a layer's kernel to the buffers of a single step.
   *
   * @param at a place in a network whose sequences have one step; gradients are never wanted
   * @param reading says which step each call of {@link Kernel#forward} is
   * @throws dev.assay.engine.kernel.onednn.UnsupportedException if there is no such kernel for this
   *     layer in this place; all that was read is then read again for each step
   */
  Kernel bind(L layer, Binding at, Reading reading);
}
