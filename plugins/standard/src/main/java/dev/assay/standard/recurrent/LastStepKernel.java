package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.shape.Shape;
import java.util.List;

/** {@link LastStep}: with the steps outermost, as recurrent kernels have them, a view. */
public final class LastStepKernel {

  private LastStepKernel() {}

  /** Binds the layer. */
  public static Kernel bind(LastStep layer, Binding at) {
    Shape sequence = at.inputs().get(0).tensor().shape();
    long steps = sequence.dim(0);
    long width = sequence.dim(1);
    Layout turned =
        Layout.strided(
            new long[] {at.rows(), steps, width}, new long[] {width, at.rows() * width, 1});
    Layout one = Layout.plain(at.rows(), width);
    long from = (steps - 1) * at.rows() * width;
    Port x = at.input(turned);
    Memory y = at.produce(one);
    Step forward = Reorder.copy(at.arena(), x.memory().view(one, from), y);
    Port dx = at.inputGradient(turned);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(one);
    return Kernel.of(
        List.of(x.move(), forward),
        List.of(
            dy.move(),
            dx.memory()::clear,
            Reorder.copy(at.arena(), dy.memory(), dx.memory().view(one, from)),
            dx.move()));
  }
}
