package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link RmsNorm} in loops over heap arrays, row by row. */
public final class RmsNormKernel {

  private final double epsilon;
  private final int width;
  private final float[] numbers;
  private final float[] normalized;
  private final double[] scales;
  private final float[] gain;

  private RmsNormKernel(RmsNorm layer, Binding at) {
    this.epsilon = layer.epsilon();
    this.width = at.shape().dim(-1);
    this.numbers = new float[at.rows() * at.shape().size()];
    this.normalized = new float[numbers.length];
    this.scales = new double[numbers.length / width];
    this.gain = new float[width];
    Arrays.fill(gain, 1);
  }

  /** Binds the layer. */
  public static Kernel bind(RmsNorm layer, Binding at) {
    RmsNormKernel kernel = new RmsNormKernel(layer, at);
    Layout plain = at.plain(at.shape());
    Layout vector = Layout.plain(kernel.width);
    Memory gains = layer.gain() ? at.parameters().value(Affine.GAIN, vector) : null;
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Step forward = () -> kernel.forward(x.memory(), gains, y);
    if (!at.training()) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(plain);
    Port dx = at.inputGradient(plain);
    Memory gradient = layer.gain() ? at.parameters().gradient(Affine.GAIN, vector) : null;
    Step backward = () -> kernel.backward(dy.memory(), gradient, dx == null ? null : dx.memory());
    return Kernel.of(
        List.of(x.move(), forward),
        List.of(dy.move(), backward, dx == null ? Step.NONE : dx.move()));
  }

  private void forward(Memory x, @Nullable Memory gains, Memory y) {
    x.numbers().get(0, numbers);
    if (gains != null) {
      gains.numbers().get(0, gain);
    }
    for (int row = 0; row < scales.length; row++) {
      int start = row * width;
      double squares = 0;
      for (int i = start; i < start + width; i++) {
        squares += (double) numbers[i] * numbers[i];
      }
      double scale = 1 / Math.sqrt(squares / width + epsilon);
      scales[row] = scale;
      for (int i = 0; i < width; i++) {
        normalized[start + i] = (float) (numbers[start + i] * scale);
        numbers[start + i] = gain[i] * normalized[start + i];
      }
    }
    y.numbers().put(0, numbers);
  }

  /** {@code dx = scale (dn - n mean(dn n))}. */
  private void backward(Memory dy, @Nullable Memory gradient, @Nullable Memory dx) {
    dy.numbers().get(0, numbers);
    double[] byGain = new double[width];
    for (int row = 0; row < scales.length; row++) {
      int start = row * width;
      double along = 0;
      for (int i = 0; i < width; i++) {
        byGain[i] += (double) numbers[start + i] * normalized[start + i];
        numbers[start + i] *= gain[i];
        along += (double) numbers[start + i] * normalized[start + i];
      }
      double mean = along / width;
      for (int i = start; i < start + width; i++) {
        numbers[i] = (float) (scales[row] * (numbers[i] - normalized[i] * mean));
      }
    }
    for (int i = 0; gradient != null && i < width; i++) {
      gradient.numbers().put(i, (float) byGain[i]);
    }
    if (dx != null) {
      dx.numbers().put(0, numbers);
    }
  }
}
