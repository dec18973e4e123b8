package dev.assay.standard.layers;

import dev.assay.engine.architecture.ClearPadding;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.shape.Shape;
import java.util.List;

/** {@link ClearPadding}: a copy, and zeros behind the end of each sample. */
public final class ClearPaddingKernel {

  private ClearPaddingKernel() {}

  /** Binds the layer. */
  public static Kernel bind(ClearPadding layer, Binding at) {
    Layout plain = at.plain(at.shape());
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    List<Step> forward = List.of(x.move(), Reorder.copy(at.arena(), x.memory(), y), cleared(at, y));
    Port dx = at.inputGradient(plain);
    if (dx == null) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(plain);
    return Kernel.of(
        forward,
        List.of(
            dy.move(),
            Reorder.copy(at.arena(), dy.memory(), dx.memory()),
            cleared(at, dx.memory()),
            dx.move()));
  }

  private static Step cleared(Binding at, Memory memory) {
    int[] lengths = at.lengths(0);
    if (lengths == null) {
      return Step.NONE;
    }
    Shape shape = at.shape();
    int sample = shape.size();
    float[] zeros = new float[sample];
    return () -> {
      for (int row = 0; row < lengths.length; row++) {
        int own = lengths[row] * (sample / shape.dim(0));
        memory.numbers().put(row * sample + own, zeros, 0, sample - own);
      }
    };
  }
}
