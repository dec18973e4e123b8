package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import java.util.List;

/** {@link Flatten}: moves numbers only where they do not lie in order yet. */
public final class FlattenKernel {

  private FlattenKernel() {}

  /** Binds it. */
  public static Kernel bind(Flatten layer, Binding at) {
    Layout flat = at.plain(at.shape());
    Port x = at.input(flat);
    Port dx = at.inputGradient(flat);
    at.pass(x.memory(), dx == null ? null : dx.memory());
    return Kernel.of(List.of(x.move()), dx == null ? List.of() : List.of(dx.move()));
  }
}
