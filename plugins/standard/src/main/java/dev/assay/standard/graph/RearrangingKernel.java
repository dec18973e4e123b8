package dev.assay.standard.graph;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The moves of a {@link Rearranging} layer, as copies between windows of plain arrays. */
public final class RearrangingKernel {

  private final Binding at;
  private final List<Shape> inputs;
  private final List<Move> moves;

  private RearrangingKernel(Rearranging layer, Binding at) {
    this.at = at;
    this.inputs = at.site().inputs();
    this.moves = layer.moves(inputs);
  }

  /** Binds the layer. */
  public static Kernel bind(Rearranging layer, Binding at) {
    return new RearrangingKernel(layer, at).bind();
  }

  private Kernel bind() {
    Layout plain = at.plain(at.shape());
    Memory y = at.produce(plain);
    List<Step> forward = new ArrayList<>();
    if (moves.stream().mapToLong(Move::size).sum() < at.shape().size()) {
      forward.add(y::clear);
    }
    for (int input = 0; input < inputs.size(); input++) {
      Port x = at.input(input, layout(input));
      forward.add(x.move());
      for (Move move : of(input)) {
        forward.add(Reorder.move(at.arena(), source(move, x.memory()), target(move, y)));
      }
    }
    if (!at.training() || !at.output().trained()) {
      return Kernel.of(forward, List.of());
    }
    Port dy = at.outputGradient(plain);
    List<Step> backward = new ArrayList<>(List.of(dy.move()));
    for (int input = 0; input < inputs.size(); input++) {
      backward(input, dy.memory(), backward);
    }
    return Kernel.of(forward, backward);
  }

  private void backward(int input, Memory dy, List<Step> steps) {
    Port dx = at.inputGradient(input, layout(input));
    if (dx == null) {
      return;
    }
    steps.add(dx.memory()::clear);
    for (Move move : of(input)) {
      steps.add(Reorder.add(at.arena(), target(move, dy), source(move, dx.memory())));
    }
    steps.add(dx.move());
  }

  private List<Move> of(int input) {
    return moves.stream().filter(move -> move.input() == input).toList();
  }

  /** An input that is taken as a whole is taken as it lies. */
  private Layout layout(int input) {
    Shape given = inputs.get(input);
    boolean whole = of(input).stream().allMatch(move -> move.takesAll(given));
    return whole ? at.layout(input) : at.plain(given);
  }

  private Memory source(Move move, Memory x) {
    Shape given = inputs.get(move.input());
    return move.takesAll(given) ? x : x.as(window(move.dims(), move.from(), given.size()));
  }

  private Memory target(Move move, Memory y) {
    return y.as(window(move.dims(), move.to(), at.shape().size()));
  }

  private Layout window(List<Integer> dims, Move.Box box, int sample) {
    return Layout.window(with(at.rows(), dims), with(sample, box.strides()), box.first());
  }

  private static long[] with(long first, List<Integer> others) {
    return LongStream.concat(LongStream.of(first), others.stream().mapToLong(i -> i)).toArray();
  }
}
