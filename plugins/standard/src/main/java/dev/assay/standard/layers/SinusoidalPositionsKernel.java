package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
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
    write(layer.waves(0, steps, features), waves);
    Port x = at.input(plain);
    Step add = Binary.ADD.bind(at.arena(), x.memory(), waves, at.produce(plain));
    Port dx = at.inputGradient(plain);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), add), List.of());
    }
    Port dy = at.outputGradient(plain);
    return Kernel.of(
        List.of(x.move(), add),
        List.of(dy.move(), Reorder.copy(at.arena(), dy.memory(), dx.memory()), dx.move()));
  }

  /** Binds the layer for one step after the other. */
  public static Kernel step(SinusoidalPositions layer, Binding at, Reading reading) {
    Layout plain = at.plain(at.shape());
    int features = at.shape().dim(1);
    Memory waves = at.arena().allocate(Layout.plain(1, 1, features));
    Port x = at.input(plain);
    Step add = Binary.ADD.bind(at.arena(), x.memory(), waves, at.produce(plain));
    Step move = () -> write(layer.waves(reading.position(), 1, features), waves);
    return Kernel.of(List.of(x.move(), move, add), List.of());
  }

  private static void write(double[] exact, Memory waves) {
    for (int i = 0; i < exact.length; i++) {
      waves.numbers().put(i, (float) exact[i]);
    }
  }
}
