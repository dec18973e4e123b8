package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.loops.LoopKernel;

/** {@link LayerScale} in loops, which are given its parameters and asked for their gradients. */
public final class LayerScaleKernel {

  private LayerScaleKernel() {}

  /** Binds the layer. */
  public static Kernel bind(LayerScale layer, Binding at) {
    Gains loops = layer.gains(at.shape());
    Layout vector = Layout.plain(loops.gains().length);
    Step gains = read(at.parameters().value(Affine.GAIN, vector), loops.gains());
    Step biases =
        layer.bias() ? read(at.parameters().value(Affine.BIAS, vector), loops.biases()) : Step.NONE;
    Step written = at.training() ? write(layer, at, vector, loops) : Step.NONE;
    return LoopKernel.bind(loops, at, gains.then(biases), written);
  }

  private static Step write(LayerScale layer, Binding at, Layout vector, Gains loops) {
    Step gains = write(loops.products(), at.parameters().gradient(Affine.GAIN, vector));
    Step biases =
        layer.bias()
            ? write(loops.sums(), at.parameters().gradient(Affine.BIAS, vector))
            : Step.NONE;
    return gains.then(biases).then(loops::clear);
  }

  private static Step read(Memory from, double[] to) {
    return () -> {
      for (int i = 0; i < to.length; i++) {
        to[i] = from.numbers().get(i);
      }
    };
  }

  private static Step write(double[] from, Memory to) {
    return () -> {
      for (int i = 0; i < from.length; i++) {
        to.numbers().put(i, (float) from[i]);
      }
    };
  }
}
