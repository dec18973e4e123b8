package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import java.util.List;

/** {@link L2Normalize} in loops over heap arrays, row by row. */
public final class L2NormalizeKernel {

  private final double epsilon;
  private final int width;
  private final float[] directions;
  private final float[] numbers;
  private final double[] norms;

  private L2NormalizeKernel(L2Normalize layer, Binding at) {
    this.epsilon = layer.epsilon();
    this.width = at.shape().dim(-1);
    this.directions = new float[at.rows() * at.shape().size()];
    this.numbers = new float[directions.length];
    this.norms = new double[directions.length / width];
  }

  /** Binds the layer. */
  public static Kernel bind(L2Normalize layer, Binding at) {
    L2NormalizeKernel kernel = new L2NormalizeKernel(layer, at);
    Layout plain = at.plain(at.shape());
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Port dx = at.inputGradient(plain);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), () -> kernel.forward(x.memory(), y)), List.of());
    }
    Port dy = at.outputGradient(plain);
    return Kernel.of(
        List.of(x.move(), () -> kernel.forward(x.memory(), y)),
        List.of(dy.move(), () -> kernel.backward(dy.memory(), dx.memory()), dx.move()));
  }

  private void forward(Memory x, Memory y) {
    x.numbers().get(0, directions);
    for (int row = 0; row < norms.length; row++) {
      int start = row * width;
      norms[row] = Math.max(epsilon, Math.sqrt(product(directions, directions, start)));
      for (int i = start; i < start + width; i++) {
        directions[i] = (float) (directions[i] / norms[row]);
      }
    }
    y.numbers().put(0, directions);
  }

  /** {@code dx = (dy - y (y dy)) / |x|}; where epsilon is divided by, {@code dy / epsilon}. */
  private void backward(Memory dy, Memory dx) {
    dy.numbers().get(0, numbers);
    for (int row = 0; row < norms.length; row++) {
      int start = row * width;
      double along = norms[row] > epsilon ? product(numbers, directions, start) : 0;
      for (int i = start; i < start + width; i++) {
        numbers[i] = (float) ((numbers[i] - along * directions[i]) / norms[row]);
      }
    }
    dx.numbers().put(0, numbers);
  }

  private double product(float[] a, float[] b, int start) {
    double sum = 0;
    for (int i = start; i < start + width; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
