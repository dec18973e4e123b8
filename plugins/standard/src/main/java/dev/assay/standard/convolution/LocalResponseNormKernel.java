package dev.assay.standard.convolution;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.ResponseNorm;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.standard.loops.LoopKernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link LocalResponseNorm}; in loops for sizes and layouts that oneDNN is slow with. */
public final class LocalResponseNormKernel {

  private LocalResponseNormKernel() {}

  /** Binds the layer. */
  public static Kernel bind(LocalResponseNorm layer, Binding at) {
    Port x = at.input();
    ResponseNorm norm =
        new ResponseNorm(x.memory().layout(), layer.size(), layer.alpha(), layer.beta(), layer.k());
    Spec forward = norm.forward(at.training());
    boolean slow = forward.isSlow() || (at.training() && norm.backward().isSlow());
    return slow ? LoopKernel.bind(layer.neighbours(at.site()), at) : bind(norm, forward, x, at);
  }

  private static Kernel bind(ResponseNorm norm, Spec forward, Port given, Binding at) {
    Memory x = given.memory();
    Memory y = at.produce(x.layout());
    Memory kept = at.training() ? at.arena().allocate(forward.layout(Argument.WORKSPACE)) : null;
    Spec.Call there =
        with(forward.call(at.arena()), kept).with(Argument.SOURCE, x).with(Argument.DESTINATION, y);
    Port dx = at.inputGradient(x.layout());
    if (dx == null) {
      return Kernel.of(List.of(given.move(), there.bind()), List.of());
    }
    Port dy = at.outputGradient(y.layout());
    Spec.Call back =
        with(norm.backward().call(at.arena()), kept)
            .with(Argument.SOURCE, x)
            .with(Argument.DESTINATION_GRADIENT, dy.memory())
            .with(Argument.SOURCE_GRADIENT, dx.memory());
    return Kernel.of(
        List.of(given.move(), there.bind()), List.of(dy.move(), back.bind(), dx.move()));
  }

  private static Spec.Call with(Spec.Call call, @Nullable Memory kept) {
    return kept == null ? call : call.with(Argument.WORKSPACE, kept);
  }
}
