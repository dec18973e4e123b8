package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/** {@link SinusoidalPositions}: adds the same waves to each sample. */
public final class SinusoidalPositionsKernel {

  private SinusoidalPositionsKernel() {}

  /** Binds the layer. */
  public static Kernel bind(SinusoidalPositions layer, Binding at) {
    Layout plain = at.plain(at.shape());
    int steps = at.shape().dim(0);
    int features = at.shape().dim(1);
    Memory waves = at.arena().allocate(Layout.plain(1, steps, features));
    double[] exact = layer.waves(steps, features);
    for (int i = 0; i < exact.length; i++) {
      waves.numbers().put(i, (float) exact[i]);
    }
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Step add =
        Binary.ADD
            .of(plain, waves.layout())
            .call(at.arena())
            .with(Argument.SOURCE, x.memory())
            .with(Argument.OTHER_SOURCE, waves)
            .with(Argument.DESTINATION, y)
            .bind();
    Port dx = at.inputGradient(plain);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), add), List.of());
    }
    Port dy = at.outputGradient(plain);
    return Kernel.of(
        List.of(x.move(), add),
        List.of(dy.move(), Reorder.copy(at.arena(), dy.memory(), dx.memory()), dx.move()));
  }
}
