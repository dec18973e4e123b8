package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.onednn.Memory;
import java.util.List;

/** {@link OneHot}. */
public final class OneHotKernel {

  private OneHotKernel() {}

  /** Binds the layer. */
  public static Kernel bind(OneHot layer, Binding at) {
    at.output().code(at.symbols());
    float[] symbols = at.symbols().floats();
    int width = at.shape().dim(-1);
    Memory rows = at.produce(at.plain(at.shape()));
    return Kernel.of(
        List.of(
            () -> {
              rows.clear();
              for (int i = 0; i < symbols.length; i++) {
                rows.numbers().put(i * width + (int) symbols[i], 1);
              }
            }),
        List.of());
  }
}
