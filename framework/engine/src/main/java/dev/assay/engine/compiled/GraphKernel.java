package dev.assay.engine.compiled;

import dev.assay.engine.dl4j.VertexCall;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer without a kernel of its own, computed by DL4J: all threads put their rows into one batch,
 * one of them calls DL4J, and each takes its rows of what came out. So such a layer takes its own
 * time, but the others none.
 */
final class GraphKernel {

  private final VertexCall call;
  private final Binding at;
  private final LayerParameters parameters;

  private GraphKernel(VertexCall call, Binding at, LayerParameters parameters) {
    this.call = call;
    this.at = at;
    this.parameters = parameters;
  }

  /**
   * Binds one thread's part.
   *
   * @param call the same for all threads
   * @param parameters with this thread's gradients
   */
  static Kernel bind(VertexCall call, Binding at, LayerParameters parameters) {
    return new GraphKernel(call, at, parameters).bind();
  }

  private Kernel bind() {
    Arena arena = at.arena();
    Shard.Meeting meeting = at.shard().meeting();
    List<Step> forward = new ArrayList<>();
    for (int i = 0; i < at.inputs().size(); i++) {
      Shape shape = at.inputs().get(i).tensor().shape();
      Port port = at.input(i, at.plain(shape));
      forward.add(port.move());
      forward.add(Reorder.copy(arena, port.memory(), slice(call.input(i), shape)));
      forward.add(lengths(i));
    }
    Memory output = at.produce(at.plain(at.shape()));
    forward.add(() -> meeting.once(() -> call.forward(at.training(), at.shard().clock().moment())));
    forward.add(Reorder.copy(arena, slice(call.output(), at.shape()), output));
    return Kernel.of(forward, at.training() ? backward(arena, meeting) : List.of());
  }

  /** Says where the sequences of an input end, if they are padded. */
  private Step lengths(int input) {
    int[] mine = at.lengths(input);
    if (mine == null) {
      return Step.NONE;
    }
    int[] all = call.lengths(input);
    return () -> System.arraycopy(mine, 0, all, at.shard().first(), mine.length);
  }

  private List<Step> backward(Arena arena, Shard.Meeting meeting) {
    List<Step> steps = new ArrayList<>();
    if (!at.output().trained()) {
      return steps;
    }
    Port dy = at.outputGradient(at.plain(at.shape()));
    steps.add(dy.move());
    steps.add(Reorder.copy(arena, dy.memory(), slice(call.outputGradient(), at.shape())));
    steps.add(() -> meeting.once(call::backward));
    steps.add(parameters(arena));
    for (int i = 0; i < at.inputs().size(); i++) {
      Shape shape = at.inputs().get(i).tensor().shape();
      Port dx = at.inputGradient(i, at.plain(shape));
      if (dx != null) {
        steps.add(Reorder.copy(arena, slice(call.inputGradient(i), shape), dx.memory()));
        steps.add(dx.move());
      }
    }
    return steps;
  }

  /** DL4J has the whole batch's gradient, so one thread takes it, and the others have none. */
  private Step parameters(Arena arena) {
    if (parameters.length() == 0) {
      return Step.NONE;
    }
    Memory mine = parameters.gradient();
    return at.shard().first() > 0
        ? mine::clear
        : Reorder.copy(arena, arena.borrow(call.gradient(), mine.layout()), mine);
  }

  private Memory slice(long address, Shape shape) {
    long first = (long) at.shard().first() * shape.size();
    return at.arena().borrow(address + first * Float.BYTES, at.plain(shape));
  }
}
