package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/** {@link Reverse}, with the steps outermost: each step is copied as it is. */
public final class ReverseKernel {

  private ReverseKernel() {}

  /** Binds the layer. */
  public static Kernel bind(Reverse layer, Binding at) {
    int steps = at.shape().dim(0);
    int block = at.rows() * at.shape().dim(1);
    long width = at.shape().dim(1);
    Layout turned =
        Layout.strided(new long[] {at.rows(), steps, width}, new long[] {width, block, 1});
    Port x = at.input(turned);
    Step forward = turn(x.memory(), at.produce(turned), steps, block);
    Port dx = at.inputGradient(turned);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(turned);
    return Kernel.of(
        List.of(x.move(), forward),
        List.of(dy.move(), turn(dy.memory(), dx.memory(), steps, block), dx.move()));
  }

  private static Step turn(Memory from, Memory to, int steps, int block) {
    return () -> {
      for (int t = 0; t < steps; t++) {
        to.numbers().put((steps - 1 - t) * block, from.numbers(), t * block, block);
      }
    };
  }
}
