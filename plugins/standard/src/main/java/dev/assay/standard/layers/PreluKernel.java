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
 * {@link Prelu}, sample by sample, in loops over arrays of the heap that hold each slope as often
 * as it is used, which Java's compiler makes vector instructions of. oneDNN has it, too, but only
 * in its slow form where channels lie in blocks.
 */
public final class PreluKernel {

  private final int[] places;
  private final int rows;
  private final float[] slopes;
  private final float[] spread;
  private final float[] numbers;
  private final float[] gradient;
  private final float[] bySlope;

  private PreluKernel(Prelu layer, Binding at) {
    this.places = layer.places(at.shape());
    this.rows = at.rows();
    this.slopes = new float[at.parameters().length(Prelu.SLOPE)];
    this.spread = new float[places.length];
    this.numbers = new float[places.length];
    this.gradient = new float[places.length];
    this.bySlope = new float[places.length];
  }

  /** Binds the layer. */
  public static Kernel bind(Prelu layer, Binding at) {
    PreluKernel kernel = new PreluKernel(layer, at);
    Layout plain = at.plain(at.shape());
    Layout vector = Layout.plain(kernel.slopes.length);
    Memory slope = at.parameters().value(Prelu.SLOPE, vector);
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Step forward = () -> kernel.forward(x.memory(), slope, y);
    if (!at.training()) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(plain);
    Port dx = at.inputGradient(plain);
    Memory byInput = dx == null ? null : dx.memory();
    Memory derivative = at.parameters().gradient(Prelu.SLOPE, vector);
    Step backward = () -> kernel.backward(x.memory(), dy.memory(), byInput, derivative);
    return Kernel.of(
        List.of(x.move(), forward),
        List.of(dy.move(), backward, dx == null ? Step.NONE : dx.move()));
  }

  private void forward(Memory x, Memory slope, Memory y) {
    slope.numbers().get(0, slopes);
    for (int i = 0; i < spread.length; i++) {
      spread[i] = slopes[places[i]];
    }
    for (int row = 0; row < rows; row++) {
      x.numbers().get(row * numbers.length, numbers);
      lean(numbers, numbers);
      y.numbers().put(row * numbers.length, numbers);
    }
  }

  /** Multiplies by the slope, which the forward pass has spread, where x is negative. */
  private void lean(float[] x, float[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] = x[i] < 0 ? spread[i] * product[i] : product[i];
    }
  }

  private void backward(Memory x, Memory dy, @Nullable Memory dx, Memory derivative) {
    Arrays.fill(bySlope, 0);
    for (int row = 0; row < rows; row++) {
      x.numbers().get(row * numbers.length, numbers);
      dy.numbers().get(row * numbers.length, gradient);
      for (int i = 0; i < bySlope.length; i++) {
        bySlope[i] += Math.min(numbers[i], 0) * gradient[i];
      }
      if (dx != null) {
        lean(numbers, gradient);
        dx.numbers().put(row * numbers.length, gradient);
      }
    }
    double[] sums = new double[slopes.length];
    for (int i = 0; i < bySlope.length; i++) {
      sums[places[i]] += bySlope[i];
    }
    for (int i = 0; i < sums.length; i++) {
      derivative.numbers().put(i, (float) sums[i]);
    }
  }
}
