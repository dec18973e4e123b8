package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/**
 * {@link LayerNorm}. oneDNN wants gains and biases as two rows, which they are in the parameter
 * vector; where there are no biases, zeros take their place.
 */
public final class LayerNormKernel {

  private LayerNormKernel() {}

  /** Binds the layer. */
  public static Kernel bind(LayerNorm layer, Binding at) {
    Arena arena = at.arena();
    int features = at.shape().dim(-1);
    long rows = (long) at.rows() * at.shape().size() / features;
    Layout plain = Layout.plain(rows, features);
    Layout pair = Layout.plain(2, features);
    Layout row = Layout.plain(1, features);
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Memory mean = arena.allocate(Layout.plain(rows));
    Memory variance = arena.allocate(Layout.plain(rows));
    Memory scale = layer.bias() ? at.parameters().value(Affine.GAIN, pair) : arena.allocate(pair);
    Step gains =
        layer.bias()
            ? Step.NONE
            : Reorder.copy(arena, at.parameters().value(Affine.GAIN, row), scale.as(row));
    dev.assay.engine.kernel.onednn.LayerNorm norm =
        new dev.assay.engine.kernel.onednn.LayerNorm(plain, layer.epsilon());
    Step forward =
        moments(norm.forward(), arena, mean, variance)
            .with(Argument.SOURCE, x.memory())
            .with(Argument.SCALE_SHIFT, scale)
            .with(Argument.DESTINATION, y)
            .bind();
    if (!at.training()) {
      return Kernel.of(List.of(x.move(), gains, forward), List.of());
    }
    Memory gradient =
        layer.bias() ? at.parameters().gradient(Affine.GAIN, pair) : arena.allocate(pair);
    Step taken =
        layer.bias()
            ? Step.NONE
            : Reorder.copy(arena, gradient.as(row), at.parameters().gradient(Affine.GAIN, row));
    Port dy = at.outputGradient(plain);
    Port wanted = at.inputGradient(plain);
    Port dx = wanted == null ? new Port(at.scratch(plain), Step.NONE) : wanted;
    Step backward =
        moments(norm.backward(), arena, mean, variance)
            .with(Argument.SOURCE, x.memory())
            .with(Argument.DESTINATION_GRADIENT, dy.memory())
            .with(Argument.SCALE_SHIFT, scale)
            .with(Argument.SOURCE_GRADIENT, dx.memory())
            .with(Argument.SCALE_SHIFT_GRADIENT, gradient)
            .bind();
    return Kernel.of(
        List.of(x.move(), gains, forward), List.of(dy.move(), backward, taken, dx.move()));
  }

  private static Spec.Call moments(Spec spec, Arena arena, Memory mean, Memory variance) {
    return spec.call(arena).with(Argument.MEAN, mean).with(Argument.VARIANCE, variance);
  }
}
