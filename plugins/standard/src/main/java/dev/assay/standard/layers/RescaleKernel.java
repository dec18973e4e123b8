package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/** {@link Rescale}, in the layout that its input has. */
public final class RescaleKernel {

  private RescaleKernel() {}

  /** Binds the layer. */
  public static Kernel bind(Rescale layer, Binding at) {
    Port x = at.input();
    Layout layout = x.memory().layout();
    Memory y = at.produce(layout);
    List<Step> forward =
        List.of(
            x.move(), Pointwise.linear(at.arena(), layer.factor(), layer.offset(), x.memory(), y));
    Port dx = at.inputGradient(layout);
    if (dx == null) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(layout);
    Step derivative = Pointwise.linear(at.arena(), layer.factor(), 0, dy.memory(), dx.memory());
    return Kernel.of(forward, List.of(dy.move(), derivative, dx.move()));
  }
}
