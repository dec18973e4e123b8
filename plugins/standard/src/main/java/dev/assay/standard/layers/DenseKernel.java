package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Dense} as an inner product, with the activation behind it where that can be undone. Axes:
 * {@code n} samples times steps.
 */
public final class DenseKernel {

  private DenseKernel() {}

  /** Binds it. */
  public static Kernel bind(Dense layer, Binding at) {
    int in = at.site().input().dim(-1);
    long n = (long) at.rows() * at.site().input().size() / in;
    Elementwise function = at.function(layer.activation());
    Port x = at.input(Layout.plain(n, in));
    Memory y = at.produce(Layout.plain(n, layer.units()));
    // DL4J keeps W [in, units] with its first axis fastest, which is oneDNN's [units, in].
    Linear linear =
        Linear.of(at, "W", layer.bias() ? "b" : null, Layout.plain(layer.units(), in), x.memory());
    Ending ending = Ending.of(at, function, y);
    if (!at.training()) {
      return Kernel.of(
          List.of(x.move(), linear.forward(ending.before(), ending.fused()), ending.forward()),
          List.of());
    }
    Port dy = at.outputGradient(y.layout());
    Port dx = at.inputGradient(x.memory().layout());
    List<Step> backward = new ArrayList<>();
    backward.add(dy.move());
    backward.add(ending.backward(dy.memory()));
    backward.add(linear.backwardWeights(dy.memory()));
    if (dx != null) {
      backward.add(linear.backwardData(dy.memory(), dx.memory()));
      backward.add(dx.move());
    }
    return Kernel.of(
        List.of(x.move(), linear.forward(ending.before(), ending.fused()), ending.forward()),
        backward);
  }
}
