package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;
import java.util.Objects;

/** {@link LayerNorm}. */
public final class LayerNormKernel {

  private LayerNormKernel() {}

  /** Binds the layer. */
  public static Kernel bind(LayerNorm layer, Binding at) {
    int features = at.shape().dim(-1);
    Layout plain = Layout.plain((long) at.rows() * at.shape().size() / features, features);
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    GainsAndBiases scale = GainsAndBiases.of(at, layer.affine(), features);
    RowNorm norm = RowNorm.of(at, plain, layer.epsilon(), scale.values());
    List<Step> forward = List.of(x.move(), scale.read(), norm.forward(x.memory(), y));
    if (!at.training()) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(plain);
    Port wanted = at.inputGradient(plain);
    Port dx = wanted == null ? new Port(at.scratch(plain), Step.NONE) : wanted;
    Memory gradient = Objects.requireNonNull(scale.gradient());
    Step backward = norm.backward(x.memory(), dy.memory(), dx.memory(), gradient);
    return Kernel.of(forward, List.of(dy.move(), backward, scale.written(), dx.move()));
  }
}
