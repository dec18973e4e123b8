package dev.assay.standard.graph;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins of inputs of one shape, number by number, in the layout of the first input. */
public final class JoinKernel {

  private final Binding at;
  private final Layout layout;
  private final List<Memory> inputs = new ArrayList<>();
  private final Memory y;
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();

  private JoinKernel(Binding at) {
    this.at = at;
    this.layout = at.layout(0);
    for (int i = 0; i < at.inputs().size(); i++) {
      Port port = at.input(i, layout);
      forward.add(port.move());
      inputs.add(port.memory());
    }
    this.y = at.produce(layout);
  }

  /** Where the gradients by the inputs are to be written, none for those that want none. */
  private interface Gradients {
    void by(Memory dy, List<@Nullable Memory> dx);
  }

  /** Binds a {@link Multiply} of inputs of one shape. */
  static Kernel multiply(Binding at) {
    JoinKernel join = new JoinKernel(at);
    join.fold(Binary.MULTIPLY);
    return join.bind(join::multiplied);
  }

  /** Binds it. */
  public static Kernel subtract(Subtract layer, Binding at) {
    JoinKernel join = new JoinKernel(at);
    join.fold(Binary.SUBTRACT);
    return join.bind((dy, dx) -> join.scaled(dy, dx, 1, -1));
  }

  /** Binds it. */
  public static Kernel average(Average layer, Binding at) {
    JoinKernel join = new JoinKernel(at);
    join.fold(Binary.ADD);
    double share = 1.0 / join.inputs.size();
    join.forward.add(join.scale(join.y, share, join.y));
    return join.bind((dy, dx) -> join.scaled(dy, dx, share, share));
  }

  /** Binds it. */
  public static Kernel maximum(Maximum layer, Binding at) {
    JoinKernel join = new JoinKernel(at);
    return join.bind(join.largest());
  }

  private Kernel bind(Gradients gradients) {
    if (!at.training() || !at.output().trained()) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(layout);
    backward.add(dy.move());
    List<@Nullable Port> ports = new ArrayList<>();
    List<@Nullable Memory> dx = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Port port = at.inputGradient(i, layout);
      ports.add(port);
      dx.add(port == null ? null : port.memory());
    }
    gradients.by(dy.memory(), dx);
    for (Port port : ports) {
      backward.add(port == null ? Step.NONE : port.move());
    }
    return Kernel.of(forward, backward);
  }

  private void fold(Binary operation) {
    forward.add(binary(operation, inputs.get(0), inputs.get(1), y));
    for (Memory next : inputs.subList(2, inputs.size())) {
      forward.add(binary(operation, y, next, y));
    }
  }

  private void multiplied(Memory dy, List<@Nullable Memory> dx) {
    for (int i = 0; i < inputs.size(); i++) {
      Memory target = dx.get(i);
      if (target == null) {
        continue;
      }
      Memory product = dy;
      for (int other = 0; other < inputs.size(); other++) {
        if (other != i) {
          backward.add(binary(Binary.MULTIPLY, product, inputs.get(other), target));
          product = target;
        }
      }
    }
  }

  private void scaled(Memory dy, List<@Nullable Memory> dx, double first, double others) {
    for (int i = 0; i < inputs.size(); i++) {
      Memory target = dx.get(i);
      if (target != null) {
        backward.add(scale(dy, i == 0 ? first : others, target));
      }
    }
  }

  /** Each input after the first takes what is left of the gradient where it beat those before. */
  private Gradients largest() {
    List<Memory> won = new ArrayList<>();
    Memory before = inputs.get(0);
    for (Memory next : inputs.subList(1, inputs.size())) {
      Memory wins = at.kept(layout);
      forward.add(binary(Binary.IS_GREATER, next, before, wins));
      forward.add(binary(Binary.LARGER, before, next, y));
      won.add(wins);
      before = y;
    }
    return (dy, dx) -> divided(won, dy, dx);
  }

  private void divided(List<Memory> won, Memory dy, List<@Nullable Memory> dx) {
    Memory left = at.scratch(layout);
    Memory taken = at.scratch(layout);
    backward.add(Reorder.copy(at.arena(), dy, left));
    for (int i = inputs.size() - 1; i > 0; i--) {
      backward.add(binary(Binary.MULTIPLY, left, won.get(i - 1), taken));
      backward.add(binary(Binary.SUBTRACT, left, taken, left));
      copy(taken, dx.get(i));
    }
    copy(left, dx.get(0));
  }

  private void copy(Memory from, @Nullable Memory to) {
    backward.add(to == null ? Step.NONE : Reorder.copy(at.arena(), from, to));
  }

  private Step scale(Memory from, double factor, Memory to) {
    return Pointwise.linear(at.arena(), factor, 0, from, to);
  }

  private Step binary(Binary operation, Memory a, Memory b, Memory result) {
    return operation.bind(at.arena(), a, b, result);
  }
}
