package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.shape.Shape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link StepPooling}, a sample at a time, in loops over arrays of the heap. */
public final class StepPoolingKernel {

  private final StepPooling.Kind kind;
  private final int @Nullable [] lengths;
  private final int samples;
  private final int steps;
  private final int width;
  private final float[] sequence;
  private final float[] pooled;

  /** For each sample and feature, the step that is the largest. */
  private final int[][] places;

  private StepPoolingKernel(StepPooling.Kind kind, Binding at) {
    Shape given = at.inputs().get(0).tensor().shape();
    this.kind = kind;
    this.lengths = at.lengths(0);
    this.samples = at.rows();
    this.steps = given.dim(0);
    this.width = given.dim(1);
    this.sequence = new float[given.size()];
    this.pooled = new float[width];
    this.places = new int[samples][width];
  }

  /** Binds a layer. */
  public static Kernel bind(StepPooling.Kind kind, Binding at) {
    StepPoolingKernel kernel = new StepPoolingKernel(kind, at);
    Port x = at.input(at.plain(at.inputs().get(0).tensor().shape()));
    Layout one = at.plain(at.shape());
    Memory y = at.produce(one);
    Port dx = at.inputGradient(at.plain(at.inputs().get(0).tensor().shape()));
    if (dx == null) {
      return Kernel.of(List.of(x.move(), () -> kernel.forward(x.memory(), y)), List.of());
    }
    Port dy = at.outputGradient(one);
    return Kernel.of(
        List.of(x.move(), () -> kernel.forward(x.memory(), y)),
        List.of(dy.move(), () -> kernel.backward(dy.memory(), dx.memory()), dx.move()));
  }

  private int own(int row) {
    return lengths == null ? steps : lengths[row];
  }

  private void forward(Memory x, Memory y) {
    for (int row = 0; row < samples; row++) {
      x.numbers().get(row * steps * width, sequence);
      System.arraycopy(sequence, 0, pooled, 0, width);
      Arrays.fill(places[row], 0);
      for (int step = 1; step < own(row); step++) {
        if (kind == StepPooling.Kind.MEAN) {
          add(step * width);
        } else {
          compare(step, places[row]);
        }
      }
      if (kind == StepPooling.Kind.MEAN) {
        share(own(row));
      }
      y.numbers().put(row * width, pooled);
    }
  }

  private void add(int from) {
    for (int i = 0; i < width; i++) {
      pooled[i] += sequence[from + i];
    }
  }

  private void compare(int step, int[] largest) {
    for (int i = 0; i < width; i++) {
      if (sequence[step * width + i] > pooled[i]) {
        pooled[i] = sequence[step * width + i];
        largest[i] = step;
      }
    }
  }

  private void share(int among) {
    for (int i = 0; i < width; i++) {
      pooled[i] /= among;
    }
  }

  private void backward(Memory dy, Memory dx) {
    for (int row = 0; row < samples; row++) {
      dy.numbers().get(row * width, pooled);
      Arrays.fill(sequence, 0);
      if (kind == StepPooling.Kind.MEAN) {
        share(own(row));
        for (int step = 0; step < own(row); step++) {
          System.arraycopy(pooled, 0, sequence, step * width, width);
        }
      } else {
        for (int i = 0; i < width; i++) {
          sequence[places[row][i] * width + i] = pooled[i];
        }
      }
      dx.numbers().put(row * steps * width, sequence);
    }
  }
}
