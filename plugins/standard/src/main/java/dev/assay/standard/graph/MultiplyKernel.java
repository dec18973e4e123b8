package dev.assay.standard.graph;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link Multiply}: by oneDNN where all inputs have one shape; else sample by sample, in loops over
 * arrays of the heap that hold each number as often as it is used, which Java's compiler makes
 * vector instructions of.
 */
public final class MultiplyKernel {

  private final Binding at;
  private final int size;
  private final List<Factor> factors = new ArrayList<>();
  private final float[] product;
  private final float[] gradient;
  private final float[] part;

  private MultiplyKernel(Broadcast broadcast, Binding at) {
    this.at = at;
    this.size = broadcast.output().size();
    this.product = new float[size];
    this.gradient = new float[size];
    this.part = new float[size];
    for (int i = 0; i < broadcast.inputs().size(); i++) {
      factors.add(Factor.of(at, i, broadcast));
    }
  }

  /**
   * An input.
   *
   * @param places where each number of the product finds its factor
   * @param numbers a sample's, as they lie
   * @param spread the same, each as often as it is used
   */
  @SuppressWarnings("ArrayRecordComponent") // what a step works in
  private record Factor(Port input, int[] places, float[] numbers, float[] spread) {

    static Factor of(Binding at, int index, Broadcast broadcast) {
      int size = broadcast.inputs().get(index).size();
      Port port = at.input(index, at.plain(broadcast.inputs().get(index)));
      return new Factor(
          port, broadcast.places(index), new float[size], new float[broadcast.output().size()]);
    }

    void read(int row) {
      input.memory().numbers().get(row * numbers.length, numbers);
      if (numbers.length == spread.length) {
        System.arraycopy(numbers, 0, spread, 0, spread.length);
      } else {
        for (int i = 0; i < spread.length; i++) {
          spread[i] = numbers[places[i]];
        }
      }
    }

    /** Writes the sums of the gradients of all uses of each number. */
    void write(float[] gradient, int row, Memory into) {
      if (numbers.length == spread.length) {
        into.numbers().put(row * numbers.length, gradient);
        return;
      }
      Arrays.fill(numbers, 0);
      for (int i = 0; i < gradient.length; i++) {
        numbers[places[i]] += gradient[i];
      }
      into.numbers().put(row * numbers.length, numbers);
    }
  }

  /** Binds the layer. */
  public static Kernel bind(Multiply layer, Binding at) {
    Broadcast broadcast = Multiply.broadcast(at.site());
    return broadcast.alike() ? JoinKernel.multiply(at) : new MultiplyKernel(broadcast, at).bind();
  }

  private Kernel bind() {
    Memory y = at.produce(at.plain(at.shape()));
    List<Step> forward = new ArrayList<>();
    factors.forEach(factor -> forward.add(factor.input().move()));
    forward.add(() -> forward(y));
    if (!at.training() || !at.output().trained()) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(at.plain(at.shape()));
    List<@Nullable Port> ports = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      ports.add(at.inputGradient(i, factors.get(i).input().memory().layout()));
    }
    List<Step> backward = new ArrayList<>(List.of(dy.move(), () -> backward(dy.memory(), ports)));
    for (Port port : ports) {
      backward.add(port == null ? Step.NONE : port.move());
    }
    return Kernel.of(forward, backward);
  }

  private void forward(Memory y) {
    for (int row = 0; row < at.rows(); row++) {
      Arrays.fill(product, 1);
      for (Factor factor : factors) {
        factor.read(row);
        multiply(product, factor.spread());
      }
      y.numbers().put(row * size, product);
    }
  }

  private void backward(Memory dy, List<@Nullable Port> ports) {
    for (int row = 0; row < at.rows(); row++) {
      for (Factor factor : factors) {
        factor.read(row);
      }
      dy.numbers().get(row * size, gradient);
      for (int i = 0; i < factors.size(); i++) {
        Port port = ports.get(i);
        if (port != null) {
          factors.get(i).write(ofOthers(i), row, port.memory());
        }
      }
    }
  }

  /** The gradient times all factors but one. */
  private float[] ofOthers(int index) {
    System.arraycopy(gradient, 0, part, 0, size);
    for (int other = 0; other < factors.size(); other++) {
      if (other != index) {
        multiply(part, factors.get(other).spread());
      }
    }
    return part;
  }

  private static void multiply(float[] product, float[] by) {
    for (int i = 0; i < product.length; i++) {
      product[i] *= by[i];
    }
  }
}
