package dev.assay.standard.graph;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Pairwise} layer, row by row on the heap. */
public final class PairwiseKernel {

  private final Pairwise layer;
  private final int width;
  private final float[] first;
  private final float[] second;
  private final float[] numbers;
  private final double[] a;
  private final double[] b;
  private final double[] da;
  private final double[] db;

  private PairwiseKernel(Pairwise layer, Binding at, Shape given) {
    this.layer = layer;
    this.width = given.dim(-1);
    this.first = new float[at.rows() * given.size()];
    this.second = new float[first.length];
    this.numbers = new float[first.length / width];
    this.a = new double[width];
    this.b = new double[width];
    this.da = new double[width];
    this.db = new double[width];
  }

  /** Binds the layer. */
  public static Kernel bind(Pairwise layer, Binding at) {
    Shape given = at.site().inputs().get(0);
    PairwiseKernel kernel = new PairwiseKernel(layer, at, given);
    Layout plain = at.plain(given);
    Port x = at.input(0, plain);
    Port other = at.input(1, plain);
    Memory y = at.produce(at.plain(at.shape()));
    List<Step> forward =
        List.of(x.move(), other.move(), () -> kernel.forward(x.memory(), other.memory(), y));
    if (!at.training() || !at.output().trained()) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(at.plain(at.shape()));
    Port dx = at.inputGradient(0, plain);
    Port dother = at.inputGradient(1, plain);
    return Kernel.of(
        forward,
        List.of(
            dy.move(),
            () -> kernel.backward(dy.memory()),
            () -> write(kernel.first, dx),
            dx == null ? Step.NONE : dx.move(),
            () -> write(kernel.second, dother),
            dother == null ? Step.NONE : dother.move()));
  }

  private void forward(Memory x, Memory other, Memory y) {
    x.numbers().get(0, first);
    other.numbers().get(0, second);
    for (int row = 0; row < numbers.length; row++) {
      read(row);
      numbers[row] = (float) layer.of(a, b);
    }
    y.numbers().put(0, numbers);
  }

  /** The gradients take the place of what they are by. */
  private void backward(Memory dy) {
    dy.numbers().get(0, numbers);
    for (int row = 0; row < numbers.length; row++) {
      read(row);
      layer.derive(a, b, da, db);
      for (int i = 0; i < width; i++) {
        first[row * width + i] = (float) (numbers[row] * da[i]);
        second[row * width + i] = (float) (numbers[row] * db[i]);
      }
    }
  }

  private void read(int row) {
    for (int i = 0; i < width; i++) {
      a[i] = first[row * width + i];
      b[i] = second[row * width + i];
    }
  }

  private static void write(float[] gradient, @Nullable Port into) {
    if (into != null) {
      into.memory().numbers().put(0, gradient);
    }
  }
}
