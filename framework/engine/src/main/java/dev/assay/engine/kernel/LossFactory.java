package dev.assay.engine.kernel;

import dev.assay.engine.architecture.Loss;

/** The way from a loss to its kernel. */
@FunctionalInterface
public interface LossFactory<L extends Loss> {

  /** Binds a loss's kernel to its buffers. */
  LossKernel bind(L loss, LossBinding at);
}
