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
    int width = sequence.dim(1);
    Layout turned =
        Layout.strided(
            new long[] {at.rows(), steps, width}, new long[] {width, (long) at.rows() * width, 1});
    Layout one = Layout.plain(at.rows(), width);
    int[] lengths = at.lengths(0);
    long from = (steps - 1) * at.rows() * width;
    Port x = at.input(turned);
    Memory y = at.produce(one);
    Step forward =
        lengths == null
            ? Reorder.copy(at.arena(), x.memory().view(one, from), y)
            : () -> eachRow(lengths, width, (step, row) -> copy(x.memory(), step, y, row, width));
    Port dx = at.inputGradient(turned);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(one);
    Step back =
        lengths == null
            ? Reorder.copy(at.arena(), dy.memory(), dx.memory().view(one, from))
            : () ->
                eachRow(
                    lengths,
                    width,
                    (step, row) -> copy(dy.memory(), row, dx.memory(), step, width));
    return Kernel.of(
        List.of(x.move(), forward), List.of(dy.move(), dx.memory()::clear, back, dx.move()));
  }

  /** Visits the place of each row's last step among all steps, and that of the row. */
  private interface Places {
    void visit(int step, int row);
  }

  private static void eachRow(int[] lengths, int width, Places places) {
    for (int row = 0; row < lengths.length; row++) {
      places.visit(((lengths[row] - 1) * lengths.length + row) * width, row * width);
    }
  }

  private static void copy(Memory from, int first, Memory to, int target, int width) {
    to.numbers().put(target, from.numbers(), first, width);
  }
}
