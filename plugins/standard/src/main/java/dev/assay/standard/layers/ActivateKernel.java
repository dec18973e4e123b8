package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.activations.Softmax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Activate}: a function of each number, in the layout that its input has; or softmax. */
public final class ActivateKernel {

  private ActivateKernel() {}

  /** Binds it. */
  public static Kernel bind(Activate layer, Binding at) {
    if (layer.activation() instanceof Softmax) {
      return softmax(at);
    }
    Pointwise function = at.function(layer.activation());
    Port input = at.input();
    Memory x = input.memory();
    Memory y = at.produce(x.layout());
    if (function == null) {
      return bound(
          at, List.of(input.move(), Reorder.copy(at.arena(), x, y)), x.layout(), null, null);
    }
    Step forward = call(at, function.forward(x.layout()), x, y);
    boolean forgets = function.forgetsItsInput();
    return bound(
        at,
        List.of(input.move(), forward),
        x.layout(),
        function.backward(x.layout()),
        new Known(forgets ? Argument.DESTINATION : Argument.SOURCE, forgets ? y : x));
  }

  private static Kernel softmax(Binding at) {
    Layout plain = at.plain(at.shape());
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    var softmax = new dev.assay.engine.kernel.onednn.Softmax(plain);
    Step forward = call(at, softmax.forward(), x.memory(), y);
    return bound(
        at,
        List.of(x.move(), forward),
        plain,
        softmax.backward(),
        new Known(Argument.DESTINATION, y));
  }

  /** What the derivative is computed from. */
  private record Known(Argument argument, Memory memory) {}

  private static Step call(Binding at, Spec spec, Memory x, Memory y) {
    return spec.call(at.arena()).with(Argument.SOURCE, x).with(Argument.DESTINATION, y).bind();
  }

  private static Kernel bound(
      Binding at,
      List<Step> forward,
      Layout layout,
      @Nullable Spec derivative,
      @Nullable Known known) {
    Port dx = at.inputGradient(layout);
    if (dx == null) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(layout);
    Step back =
        derivative == null || known == null
            ? Reorder.copy(at.arena(), dy.memory(), dx.memory())
            : derivative
                .call(at.arena())
                .with(known.argument(), known.memory())
                .with(Argument.DESTINATION_GRADIENT, dy.memory())
                .with(Argument.SOURCE_GRADIENT, dx.memory())
                .bind();
    return Kernel.of(forward, List.of(dy.move(), back, dx.move()));
  }
}
