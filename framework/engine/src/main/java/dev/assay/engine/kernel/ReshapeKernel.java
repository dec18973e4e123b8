package dev.assay.engine.kernel;

import dev.assay.engine.kernel.onednn.Layout;
import java.util.List;

/** The same memory with other axes: other dimensions, or steps as rows. */
public final class ReshapeKernel {

  private ReshapeKernel() {}

  /**
   * Binds it.
   *
   * @param at has as many rows as are put out
   */
  public static Kernel bind(Binding at) {
    Layout said = at.plain(at.shape());
    Port x = at.input(said);
    Port dx = at.inputGradient(said);
    at.pass(x.memory(), dx == null ? null : dx.memory());
    return Kernel.of(List.of(x.move()), dx == null ? List.of() : List.of(dx.move()));
  }
}
