package dev.assay.engine.kernel.onednn;

import org.jspecify.annotations.Nullable;

/** Sums over windows, weighted by filters, and their gradients. */
public sealed interface WindowProduct permits Convolution, Deconvolution {

  /** Forward, with a function behind it or none. */
  Spec forward(@Nullable Pointwise function);

  /** The gradient by x. */
  Spec backwardData();

  /** The gradients by the weights and the bias. */
  Spec backwardWeights();
}
