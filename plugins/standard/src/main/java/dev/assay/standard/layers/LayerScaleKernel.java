package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link LayerScale} in loops over heap arrays, in which a gain is that of a line of numbers. */
public final class LayerScaleKernel {

  private final boolean bias;

  /** How many numbers of a channel lie side by side: one, or as many as an image has pixels. */
  private final int line;

  private final float[] given;
  private final float[] numbers;
  private final float[] gains;
  private final float[] biases;

  private LayerScaleKernel(LayerScale layer, Binding at) {
    this.bias = layer.bias();
    this.gains = new float[LayerScale.width(at.shape())];
    this.biases = new float[gains.length];
    this.line = at.shape().rank() == 3 ? at.shape().size() / gains.length : 1;
    this.given = new float[at.rows() * at.shape().size()];
    this.numbers = new float[given.length];
  }

  /** Binds the layer. */
  public static Kernel bind(LayerScale layer, Binding at) {
    LayerScaleKernel kernel = new LayerScaleKernel(layer, at);
    Layout plain = at.plain(at.shape());
    Layout vector = Layout.plain(kernel.gains.length);
    Memory gains = at.parameters().value(Affine.GAIN, vector);
    Memory biases = kernel.bias ? at.parameters().value(Affine.BIAS, vector) : null;
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Step forward = () -> kernel.forward(x.memory(), gains, biases, y);
    if (!at.training()) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(plain);
    Port dx = at.inputGradient(plain);
    Memory byGain = at.parameters().gradient(Affine.GAIN, vector);
    Memory byBias = kernel.bias ? at.parameters().gradient(Affine.BIAS, vector) : null;
    Step backward = () -> kernel.backward(dy.memory(), byGain, byBias, dx);
    return Kernel.of(
        List.of(x.move(), forward),
        List.of(dy.move(), backward, dx == null ? Step.NONE : dx.move()));
  }

  private void forward(Memory x, Memory gain, @Nullable Memory added, Memory y) {
    x.numbers().get(0, given);
    gain.numbers().get(0, gains);
    if (added != null) {
      added.numbers().get(0, biases);
    }
    for (int i = 0; i < given.length; ) {
      for (int channel = 0; channel < gains.length; channel++) {
        for (int end = i + line; i < end; i++) {
          numbers[i] = gains[channel] * given[i] + biases[channel];
        }
      }
    }
    y.numbers().put(0, numbers);
  }

  private void backward(Memory dy, Memory byGain, @Nullable Memory byBias, @Nullable Port dx) {
    dy.numbers().get(0, numbers);
    double[] products = new double[gains.length];
    double[] sums = new double[gains.length];
    for (int i = 0; i < given.length; ) {
      for (int channel = 0; channel < gains.length; channel++) {
        for (int end = i + line; i < end; i++) {
          products[channel] += (double) numbers[i] * given[i];
          sums[channel] += numbers[i];
          numbers[i] *= gains[channel];
        }
      }
    }
    write(products, byGain);
    if (byBias != null) {
      write(sums, byBias);
    }
    if (dx != null) {
      dx.memory().numbers().put(0, numbers);
    }
  }

  private static void write(double[] sums, Memory gradient) {
    for (int i = 0; i < sums.length; i++) {
      gradient.numbers().put(i, (float) sums[i]);
    }
  }
}
