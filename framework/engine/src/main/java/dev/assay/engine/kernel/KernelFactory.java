package dev.assay.engine.kernel;

import dev.assay.engine.architecture.Layer;

/** The way from a layer to its kernel. */
@FunctionalInterface
public interface KernelFactory<L extends Layer> {

  /**
   * Binds a layer's kernel to its buffers; asks for the output's before it returns.
   *
   * @throws dev.assay.engine.kernel.onednn.UnsupportedException if there is no kernel for this
   *     layer in this place; it is then computed by DL4J
   */
  Kernel bind(L layer, Binding at);
}
