package dev.assay.engine.compiled;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import java.util.List;

/** Steps as rows, or rows as steps: the same memory, with other axes. */
final class StepRowsKernel {

  private StepRowsKernel() {}

  /**
   * Binds it.
   *
   * @param at has as many rows as are put out
   */
  static Kernel bind(Binding at) {
    Layout said = at.plain(at.shape());
    Port x = at.input(said);
    Port dx = at.inputGradient(said);
    at.pass(x.memory(), dx == null ? null : dx.memory());
    return Kernel.of(List.of(x.move()), dx == null ? List.of() : List.of(dx.move()));
  }
}
