package dev.assay.engine.kernel;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.kernel.onednn.Elementwise;
import java.util.Optional;

/** The kernels that plugins bring. */
public interface Kernels {

  /** The kernel of a layer, if it has one. */
  Optional<KernelFactory<Layer>> of(Layer layer);

  /** The kernel of a layer for one step after the other, if it has one that remembers. */
  Optional<SteppingFactory<Layer>> stepping(Layer layer);

  /** The kernel of a loss, if it has one. */
  Optional<LossFactory<Loss>> of(Loss loss);

  /** The function that an activation is, if it has a fast form. */
  Optional<Elementwise> of(Activation activation);
}
