package dev.assay.standard.convolution;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Memory;
import java.util.Arrays;
import java.util.List;

/** {@link AdaptiveAvgPool2d} in loops, since its windows differ. */
public final class AdaptiveAvgPool2dKernel {

  private AdaptiveAvgPool2dKernel() {}

  /** Binds the layer. */
  public static Kernel bind(AdaptiveAvgPool2d layer, Binding at) {
    var means = new AdaptiveAvgPool2d.Means(at.site().image(), at.shape());
    Port x = at.input(at.plain(at.site().image()));
    Memory y = at.produce(at.plain(at.shape()));
    float[] pixels = new float[at.rows() * at.site().image().size()];
    float[] drawn = new float[at.rows() * at.shape().size()];
    Runnable forward =
        () -> {
          x.memory().numbers().get(0, pixels);
          Arrays.fill(drawn, 0);
          means.channels(
              at.rows(),
              (from, to) ->
                  means.each((i, o, share) -> drawn[to + o] += (float) share * pixels[from + i]));
          y.numbers().put(0, drawn);
        };
    Port dx = at.inputGradient(at.plain(at.site().image()));
    if (dx == null) {
      return Kernel.of(List.of(x.move(), forward::run), List.of());
    }
    Port dy = at.outputGradient(at.plain(at.shape()));
    Runnable backward =
        () -> {
          dy.memory().numbers().get(0, drawn);
          Arrays.fill(pixels, 0);
          means.channels(
              at.rows(),
              (from, to) ->
                  means.each((i, o, share) -> pixels[from + i] += (float) share * drawn[to + o]));
          dx.memory().numbers().put(0, pixels);
        };
    return Kernel.of(List.of(x.move(), forward::run), List.of(dy.move(), backward::run, dx.move()));
  }
}
