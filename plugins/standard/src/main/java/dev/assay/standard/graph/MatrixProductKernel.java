package dev.assay.standard.graph;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Matmul;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** {@link MatrixProduct}, all matrices of a batch at once; transposed ones are read as they lie. */
public final class MatrixProductKernel {

  private final MatrixProduct layer;
  private final Binding at;

  private MatrixProductKernel(MatrixProduct layer, Binding at) {
    this.layer = layer;
    this.at = at;
  }

  /** Binds the layer. */
  public static Kernel bind(MatrixProduct layer, Binding at) {
    return new MatrixProductKernel(layer, at).bind();
  }

  private Kernel bind() {
    Port a = at.input(0, at.plain(shape(0)));
    Port b = at.input(1, at.plain(shape(1)));
    Matrices left = new Matrices(a.memory(), layer.transposeA());
    Matrices right = new Matrices(b.memory(), layer.transposeB());
    Matrices c = new Matrices(at.produce(at.plain(at.shape())), false);
    List<Step> forward = List.of(a.move(), b.move(), product(left, right, c));
    if (!at.training() || !at.output().trained()) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(c.plain().layout());
    Matrices dc = new Matrices(dy.memory(), false);
    List<Step> backward = new ArrayList<>(List.of(dy.move()));
    gradient(0, dc, right.turned(), layer.transposeA(), backward);
    gradient(1, left.turned(), dc, layer.transposeB(), backward);
    return Kernel.of(forward, backward);
  }

  /** The product of two matrices is the gradient by an input; turned round, where the input is. */
  private void gradient(int input, Matrices a, Matrices b, boolean turned, List<Step> steps) {
    Port dx = at.inputGradient(input, at.plain(shape(input)));
    if (dx != null) {
      Matrices result = new Matrices(dx.memory(), false);
      steps.add(turned ? product(b.turned(), a.turned(), result) : product(a, b, result));
      steps.add(dx.move());
    }
  }

  private Shape shape(int input) {
    return at.site().inputs().get(input);
  }

  /** Matrices that lie plain, and perhaps are read across. */
  private record Matrices(Memory plain, boolean across) {

    Matrices turned() {
      return new Matrices(plain, !across);
    }

    Memory seen() {
      return across ? plain.as(exchanged(plain.layout().dims())) : plain;
    }

    private static Layout exchanged(long[] dims) {
      int last = dims.length - 1;
      long[] strides = new long[dims.length];
      long stride = 1;
      for (int axis = last; axis >= 0; axis--) {
        strides[axis] = stride;
        stride *= dims[axis];
      }
      return Layout.strided(swapped(dims, last), swapped(strides, last));
    }

    private static long[] swapped(long[] numbers, int last) {
      long[] swapped = numbers.clone();
      swapped[last] = numbers[last - 1];
      swapped[last - 1] = numbers[last];
      return swapped;
    }
  }

  private Step product(Matrices a, Matrices b, Matrices c) {
    Memory left = a.seen();
    Memory right = b.seen();
    return Matmul.bind(at.arena(), left, right, c.plain(), 1);
  }
}
