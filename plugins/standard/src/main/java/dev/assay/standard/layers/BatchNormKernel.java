package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link BatchNorm} over the whole batch: the threads add up their sums, so that mean and variance
 * are the same however many there are. In loops, since oneDNN's would be of a thread's own rows.
 *
 * <p>Axes: {@code outer} samples (and steps), channels, {@code inner} pixels.
 */
public final class BatchNormKernel {

  private final BatchNorm layer;
  private final Binding at;
  private final Shard.Meeting meeting;
  private final int channels;
  private final int inner;
  private final double count;

  private final float[] x;
  private final float[] normalized;
  private final float[] out;
  private final Map<String, Memory> values = new HashMap<>();
  private final Map<String, Memory> gradients = new HashMap<>();
  private double[] scale = {};

  private BatchNormKernel(BatchNorm layer, Binding at) {
    this.layer = layer;
    this.at = at;
    this.meeting = at.shard().meeting();
    boolean image = at.shape().rank() == 3;
    this.channels = at.shape().dim(image ? 0 : -1);
    this.inner = image ? at.shape().dim(1) * at.shape().dim(2) : 1;
    int size = at.shape().size();
    this.count = (double) at.shard().batch() * size / channels;
    this.x = new float[at.rows() * size];
    this.normalized = new float[x.length];
    this.out = new float[x.length];
  }

  /** Binds the layer. */
  public static Kernel bind(BatchNorm layer, Binding at) {
    BatchNormKernel kernel = new BatchNormKernel(layer, at);
    Layout plain = at.plain(at.shape());
    Port given = at.input(plain);
    Memory y = at.produce(plain);
    if (!at.training()) {
      return Kernel.of(List.of(given.move(), () -> kernel.used(given.memory(), y)), List.of());
    }
    Port dy = at.outputGradient(plain);
    Port dx = at.inputGradient(plain);
    return Kernel.of(
        List.of(
            given.move(),
            at.site().frozen()
                ? () -> kernel.used(given.memory(), y)
                : () -> kernel.trained(given.memory(), y)),
        List.of(
            dy.move(),
            () -> kernel.backward(dy.memory(), dx == null ? null : dx.memory()),
            dx == null ? Step.NONE : dx.move()));
  }

  private void used(Memory given, Memory y) {
    double[] mean = parameter(BatchNormOperation.MEAN);
    scale = scale(parameter(BatchNormOperation.VARIANCE));
    given.numbers().get(0, x);
    normalize(mean, scale);
    affine(y);
  }

  private void trained(Memory given, Memory y) {
    given.numbers().get(0, x);
    double[] mean = divided(meeting.sum(sums(x, null)));
    double[] variance = divided(meeting.sum(squares(mean)));
    scale = scale(variance);
    normalize(mean, scale);
    affine(y);
    if (at.shard().first() == 0) {
      move(BatchNormOperation.MEAN, mean, 1);
      move(BatchNormOperation.VARIANCE, variance, count / Math.max(1, count - 1));
    }
  }

  private void backward(Memory gradient, @Nullable Memory dx) {
    gradient.numbers().get(0, x);
    double[] shift = sums(x, null);
    double[] gain = sums(x, normalized);
    write(Affine.BIAS, shift);
    write(Affine.GAIN, gain);
    write(BatchNormOperation.MEAN, new double[channels]);
    write(BatchNormOperation.VARIANCE, new double[channels]);
    boolean frozen = at.site().frozen();
    double[] meanShift = frozen ? new double[channels] : divided(meeting.sum(shift));
    double[] meanGain = frozen ? new double[channels] : divided(meeting.sum(gain));
    if (dx == null) {
      return;
    }
    double[] gains = parameter(Affine.GAIN);
    for (int start = 0; start < x.length; start += inner) {
      int c = start / inner % channels;
      float factor = (float) (gains[c] * scale[c]);
      float less = (float) meanShift[c];
      float along = (float) meanGain[c];
      for (int i = start; i < start + inner; i++) {
        out[i] = factor * (x[i] - less - normalized[i] * along);
      }
    }
    dx.numbers().put(0, out);
  }

  private void normalize(double[] mean, double[] by) {
    for (int start = 0; start < x.length; start += inner) {
      int c = start / inner % channels;
      double centre = mean[c];
      double factor = by[c];
      for (int i = start; i < start + inner; i++) {
        normalized[i] = (float) ((x[i] - centre) * factor);
      }
    }
  }

  private void affine(Memory y) {
    double[] gain = parameter(Affine.GAIN);
    double[] bias = parameter(Affine.BIAS);
    for (int start = 0; start < x.length; start += inner) {
      int c = start / inner % channels;
      float factor = (float) gain[c];
      float shift = (float) bias[c];
      for (int i = start; i < start + inner; i++) {
        out[i] = factor * normalized[i] + shift;
      }
    }
    y.numbers().put(0, out);
  }

  /** For each channel, the sum of the numbers, or of their products with others. */
  private double[] sums(float[] numbers, float @Nullable [] others) {
    double[] sums = new double[channels];
    for (int start = 0; start < numbers.length; start += inner) {
      double sum = 0;
      for (int i = start; i < start + inner; i++) {
        sum += others == null ? numbers[i] : (double) numbers[i] * others[i];
      }
      sums[start / inner % channels] += sum;
    }
    return sums;
  }

  private double[] squares(double[] mean) {
    double[] sums = new double[channels];
    for (int start = 0; start < x.length; start += inner) {
      int c = start / inner % channels;
      double sum = 0;
      for (int i = start; i < start + inner; i++) {
        double distance = x[i] - mean[c];
        sum += distance * distance;
      }
      sums[c] += sum;
    }
    return sums;
  }

  private double[] divided(double[] sums) {
    return Arrays.stream(sums).map(sum -> sum / count).toArray();
  }

  private double[] scale(double[] variance) {
    return Arrays.stream(variance).map(v -> 1 / Math.sqrt(v + layer.epsilon())).toArray();
  }

  private void move(String key, double[] measured, double factor) {
    Memory running = value(key);
    for (int c = 0; c < channels; c++) {
      double kept = (1 - layer.momentum()) * running.numbers().get(c);
      running.numbers().put(c, (float) (kept + layer.momentum() * factor * measured[c]));
    }
  }

  private double[] parameter(String key) {
    Memory memory = value(key);
    double[] values = new double[channels];
    for (int c = 0; c < channels; c++) {
      values[c] = memory.numbers().get(c);
    }
    return values;
  }

  private void write(String key, double[] gradient) {
    Memory memory =
        gradients.computeIfAbsent(key, k -> at.parameters().gradient(k, Layout.plain(channels)));
    for (int c = 0; c < channels; c++) {
      memory.numbers().put(c, (float) gradient[c]);
    }
  }

  /** Views stay as long as the kernel does, so that each is made once. */
  private Memory value(String key) {
    return values.computeIfAbsent(key, k -> at.parameters().value(k, Layout.plain(channels)));
  }
}
