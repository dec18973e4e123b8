package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.activations.Softmax;
import java.util.List;
import java.util.function.BiFunction;

/** {@link Activate}: a function of each number, in the layout that its input has; or softmax. */
public final class ActivateKernel {

  private ActivateKernel() {}

  /** Binds it. */
  public static Kernel bind(Activate layer, Binding at) {
    if (layer.activation() instanceof Softmax) {
      return softmax(at);
    }
    Elementwise function = at.function(layer.activation());
    Port input = at.input();
    Memory x = input.memory();
    Memory y = at.produce(x.layout());
    if (function == null) {
      return bound(
          at,
          List.of(input.move(), Reorder.copy(at.arena(), x, y)),
          x.layout(),
          (dy, dx) -> Reorder.copy(at.arena(), dy, dx));
    }
    Memory known = function.forgetsItsInput() ? y : x;
    return bound(
        at,
        List.of(input.move(), function.forward(at.arena(), x, y)),
        x.layout(),
        (dy, dx) -> function.backward(at.arena(), known, dy, dx));
  }

  private static Kernel softmax(Binding at) {
    Layout plain = at.plain(at.shape());
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    return bound(
        at,
        List.of(
            x.move(), dev.assay.engine.kernel.onednn.Softmax.forward(at.arena(), x.memory(), y)),
        plain,
        (dy, dx) -> dev.assay.engine.kernel.onednn.Softmax.backward(at.arena(), y, dy, dx));
  }

  private static Kernel bound(
      Binding at, List<Step> forward, Layout layout, BiFunction<Memory, Memory, Step> derivative) {
    Port dx = at.inputGradient(layout);
    if (dx == null) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(layout);
    Step back = derivative.apply(dy.memory(), dx.memory());
    return Kernel.of(forward, List.of(dy.move(), back, dx.move()));
  }
}
