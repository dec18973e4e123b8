package dev.assay.standard.loops;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link Loops} on arrays of the heap, to which some samples at a time are copied, row by row; so
 * few that they stay in a cache. Nothing is kept from the forward to the backward pass but input
 * and output themselves.
 */
public final class LoopKernel {

  private final Loops loops;
  private final Binding at;
  private final List<Port> x = new ArrayList<>();
  private final Memory y;

  private LoopKernel(Loops loops, Binding at) {
    this.loops = loops;
    this.at = at;
    for (int i = 0; i < at.inputs().size(); i++) {
      x.add(at.input(i, at.plain(shape(i))));
    }
    this.y = at.produce(at.plain(at.shape()));
  }

  private Shape shape(int input) {
    return at.site().inputs().get(input);
  }

  /** Binds the mathematics of a layer without parameters. */
  public static Kernel bind(Loops loops, Binding at) {
    return bind(loops, at, Step.NONE, Step.NONE);
  }

  /**
   * Binds the mathematics of a layer.
   *
   * @param read gives the loops the parameters, before they go forward
   * @param write takes from them the parameters' gradients, when they have gone backward
   */
  public static Kernel bind(Loops loops, Binding at, Step read, Step write) {
    return new LoopKernel(loops, at).bind(read, write);
  }

  private Kernel bind(Step read, Step write) {
    List<Portion> portions = Portion.of(at);
    List<Step> forward = new ArrayList<>(x.stream().map(Port::move).toList());
    forward.add(read);
    forward.add(() -> portions.forEach(this::forward));
    if (!at.training() || !at.output().trained()) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(at.plain(at.shape()));
    List<@Nullable Port> dx = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      dx.add(at.inputGradient(i, at.plain(shape(i))));
    }
    List<Step> backward = new ArrayList<>(List.of(dy.move()));
    backward.add(() -> portions.forEach(portion -> backward(portion, dy.memory(), dx)));
    backward.add(write);
    for (@Nullable Port gradient : dx) {
      backward.add(gradient == null ? Step.NONE : gradient.move());
    }
    return Kernel.of(forward, backward);
  }

  private void forward(Portion portion) {
    Portion.Numbers numbers = portion.numbers();
    read(portion);
    loops.forward(numbers.rows(), numbers.x(), numbers.y());
    portion.write(numbers.y(), y);
  }

  private void read(Portion portion) {
    for (int i = 0; i < x.size(); i++) {
      portion.read(x.get(i).memory(), portion.numbers().x()[i]);
    }
  }

  private void backward(Portion portion, Memory dy, List<@Nullable Port> dx) {
    Portion.Numbers numbers = portion.numbers();
    read(portion);
    if (loops.looksBack()) {
      portion.read(y, numbers.y());
    }
    portion.read(dy, numbers.dy());
    loops.backward(numbers.rows(), numbers.x(), numbers.y(), numbers.dy(), numbers.dx());
    for (int i = 0; i < x.size(); i++) {
      Port gradient = dx.get(i);
      if (gradient != null) {
        portion.write(numbers.dx()[i], gradient.memory());
      }
    }
  }
}
