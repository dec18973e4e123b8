package dev.assay.standard.layers;

import dev.assay.engine.architecture.Layer;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import java.util.List;

/**
 * {@link Flatten}, and every layer that gives its numbers another shape: moves them only where they
 * do not lie in order yet.
 */
public final class FlattenKernel {

  private FlattenKernel() {}

  /** Binds it. */
  public static Kernel bind(Layer layer, Binding at) {
    Layout flat = at.plain(at.shape());
    Port x = at.input(flat);
    Port dx = at.inputGradient(flat);
    at.pass(x.memory(), dx == null ? null : dx.memory());
    return Kernel.of(List.of(x.move()), dx == null ? List.of() : List.of(dx.move()));
  }
}
