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

/**
 * {@link GroupNorm} in loops over heap arrays: {@code size} numbers of a group lie side by side.
 */
public final class GroupNormKernel {

  private final GroupNorm layer;
  private final int channels;
  private final int pixels;
  private final int size;
  private final float[] numbers;
  private final float[] normalized;
  private final double[] scales;
  private final float[] gain;
  private final float[] bias;

  private GroupNormKernel(GroupNorm layer, Binding at) {
    this.layer = layer;
    this.channels = at.shape().dim(0);
    this.pixels = at.shape().size() / channels;
    this.size = at.shape().size() / layer.groups();
    this.numbers = new float[at.rows() * at.shape().size()];
    this.normalized = new float[numbers.length];
    this.scales = new double[at.rows() * layer.groups()];
    this.gain = new float[channels];
    Arrays.fill(gain, 1);
    this.bias = new float[channels];
  }

  /** Binds the layer. */
  public static Kernel bind(GroupNorm layer, Binding at) {
    GroupNormKernel kernel = new GroupNormKernel(layer, at);
    Layout plain = at.plain(at.shape());
    Layout vector = Layout.plain(kernel.channels);
    Memory gains = layer.gain() ? at.parameters().value(Affine.GAIN, vector) : null;
    Memory biases = layer.bias() ? at.parameters().value(Affine.BIAS, vector) : null;
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Step forward = () -> kernel.forward(x.memory(), gains, biases, y);
    if (!at.training()) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(plain);
    Port dx = at.inputGradient(plain);
    Memory byGain = layer.gain() ? at.parameters().gradient(Affine.GAIN, vector) : null;
    Memory byBias = layer.bias() ? at.parameters().gradient(Affine.BIAS, vector) : null;
    Step backward =
        () -> {
          kernel.parameters(dy.memory(), byGain, byBias);
          kernel.input(dx == null ? null : dx.memory());
        };
    return Kernel.of(
        List.of(x.move(), forward),
        List.of(dy.move(), backward, dx == null ? Step.NONE : dx.move()));
  }

  private void forward(Memory x, @Nullable Memory gains, @Nullable Memory biases, Memory y) {
    x.numbers().get(0, numbers);
    read(gains, gain);
    read(biases, bias);
    for (int group = 0; group < scales.length; group++) {
      normalize(group);
    }
    for (int start = 0; start < numbers.length; start += pixels) {
      int channel = start / pixels % channels;
      for (int i = start; i < start + pixels; i++) {
        numbers[i] = gain[channel] * normalized[i] + bias[channel];
      }
    }
    y.numbers().put(0, numbers);
  }

  private static void read(@Nullable Memory from, float[] to) {
    if (from != null) {
      from.numbers().get(0, to);
    }
  }

  private static void write(double[] from, @Nullable Memory to) {
    for (int i = 0; to != null && i < from.length; i++) {
      to.numbers().put(i, (float) from[i]);
    }
  }

  private void normalize(int group) {
    int start = group * size;
    double sum = 0;
    for (int i = start; i < start + size; i++) {
      sum += numbers[i];
    }
    double mean = sum / size;
    double squares = 0;
    for (int i = start; i < start + size; i++) {
      squares += (numbers[i] - mean) * (numbers[i] - mean);
    }
    double scale = 1 / Math.sqrt(squares / size + layer.epsilon());
    scales[group] = scale;
    for (int i = start; i < start + size; i++) {
      normalized[i] = (float) ((numbers[i] - mean) * scale);
    }
  }

  /** Writes the gradients by gain and bias; leaves that by n among the numbers. */
  private void parameters(Memory dy, @Nullable Memory gainGradient, @Nullable Memory biasGradient) {
    dy.numbers().get(0, numbers);
    double[] byGain = new double[channels];
    double[] byBias = new double[channels];
    for (int start = 0; start < numbers.length; start += pixels) {
      int channel = start / pixels % channels;
      for (int i = start; i < start + pixels; i++) {
        byGain[channel] += (double) numbers[i] * normalized[i];
        byBias[channel] += numbers[i];
        numbers[i] *= gain[channel];
      }
    }
    write(byGain, gainGradient);
    write(byBias, biasGradient);
  }

  /** {@code dx = scale (dn - mean(dn) - n mean(dn n))}. */
  private void input(@Nullable Memory dx) {
    if (dx == null) {
      return;
    }
    for (int group = 0; group < scales.length; group++) {
      int start = group * size;
      double sum = 0;
      double along = 0;
      for (int i = start; i < start + size; i++) {
        sum += numbers[i];
        along += (double) numbers[i] * normalized[i];
      }
      double mean = sum / size;
      double meanAlong = along / size;
      for (int i = start; i < start + size; i++) {
        numbers[i] = (float) (scales[group] * (numbers[i] - mean - normalized[i] * meanAlong));
      }
    }
    dx.numbers().put(0, numbers);
  }
}
