package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    Step forward = turn(x.memory(), at.produce(turned), at.lengths(0), steps, block);
    Port dx = at.inputGradient(turned);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(turned);
    return Kernel.of(
        List.of(x.move(), forward),
        List.of(dy.move(), turn(dy.memory(), dx.memory(), at.lengths(0), steps, block), dx.move()));
  }

  private static Step turn(Memory from, Memory to, int @Nullable [] lengths, int steps, int block) {
    if (lengths != null) {
      return () -> turnEach(from, to, lengths, steps, block);
    }
    return () -> {
      for (int t = 0; t < steps; t++) {
        to.numbers().put((steps - 1 - t) * block, from.numbers(), t * block, block);
      }
    };
  }

  private static void turnEach(Memory from, Memory to, int[] lengths, int steps, int block) {
    int width = block / lengths.length;
    for (int t = 0; t < steps; t++) {
      for (int row = 0; row < lengths.length; row++) {
        int turned = t < lengths[row] ? lengths[row] - 1 - t : t;
        to.numbers()
            .put(turned * block + row * width, from.numbers(), t * block + row * width, width);
      }
    }
  }
}
