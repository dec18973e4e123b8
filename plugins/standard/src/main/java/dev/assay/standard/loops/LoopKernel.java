package dev.assay.standard.convolution;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Memory;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** {@link Loops} on arrays of the heap, which images are copied to row by row. */
final class LoopKernel {

  private LoopKernel() {}

  static Kernel bind(Loops loops, Binding at) {
    Port x = at.input(at.plain(at.site().input()));
    Memory y = at.produce(at.plain(at.shape()));
    double[] given = new double[at.rows() * at.site().input().size()];
    double[] made = new double[at.rows() * at.shape().size()];
    Runnable forward =
        () -> {
          read(x.memory(), given);
          loops.forward(at.rows(), given, made);
          write(made, y);
        };
    Port dx = at.inputGradient(at.plain(at.site().input()));
    if (dx == null) {
      return Kernel.of(List.of(x.move(), forward::run), List.of());
    }
    Port dy = at.outputGradient(at.plain(at.shape()));
    double[] wanted = new double[made.length];
    double[] derived = new double[given.length];
    Runnable backward =
        () -> {
          read(dy.memory(), wanted);
          Arrays.fill(derived, 0);
          loops.backward(at.rows(), given, made, wanted, derived);
          write(derived, dx.memory());
        };
    return Kernel.of(List.of(x.move(), forward::run), List.of(dy.move(), backward::run, dx.move()));
  }

  private static void read(Memory from, double[] to) {
    FloatBuffer numbers = from.numbers();
    for (int i = 0; i < to.length; i++) {
      to[i] = numbers.get(i);
    }
  }

  private static void write(double[] from, Memory to) {
    FloatBuffer numbers = to.numbers();
    for (int i = 0; i < from.length; i++) {
      numbers.put(i, (float) from[i]);
    }
  }
}
