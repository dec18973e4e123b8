package dev.assay.standard.recurrent;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Gemm;
import dev.assay.engine.kernel.onednn.InnerProduct;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * {@link Lstm}, whose letters these are, step by step, with its usual functions. oneDNN's own LSTM
 * has no fast training.
 *
 * <p>What all steps have in common is computed for all at once: the products with x before the
 * steps, the gradients of the weights behind them. The gates lie side by side, {@code [steps,
 * samples, 4 units]}, so that a step needs one product, and one function: as {@code sigmoid(z) = (1
 * + tanh(z / 2)) / 2}, half the weights of f, o and i give {@code 2 f - 1}, and so on, by the same
 * tanh that gives g.
 */
public final class LstmKernel {

  private final Binding at;
  private final Timeline time;
  private final long features;
  private final long units;
  private final long width; // of the gates
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();
  private final Memory gates; // backward, the gradients before their functions
  private final Memory c;
  private final Memory squashed; // tanh(c)
  private final Memory h;
  private final Gates gate;

  private LstmKernel(Lstm layer, Binding at) {
    this.at = at;
    this.time = Timeline.of(at);
    this.features = at.site().input().dim(1);
    this.units = layer.units();
    this.width = Gates.COUNT * units;
    this.gates = at.kept(Layout.plain(rows(), width));
    this.c = at.kept(time.all());
    this.squashed = at.kept(time.all());
    this.h = at.produce(time.turned(units)).as(time.all());
    this.gate = new Gates(at.rows(), layer.units());
  }

  /** Binds the layer. */
  public static Kernel bind(Lstm layer, Binding at) {
    return layer.isUsual() ? new LstmKernel(layer, at).bind() : GeneralLstmKernel.bind(layer, at);
  }

  private long rows() {
    return time.steps() * time.samples();
  }

  private Kernel bind() {
    Values symbols = at.inputs().get(0).tensor().symbols();
    if (symbols == null) {
      bindNumbers();
    } else {
      bindSymbols(new GateTable(at.arena(), symbols, time.steps(), features, gates));
    }
    return Kernel.of(forward, backward);
  }

  private void bindNumbers() {
    Memory x = turnedInput();
    project(x);
    steps(t -> {});
    if (at.training()) {
      backward(t -> {});
      projectBack(x);
    }
  }

  private void bindSymbols(GateTable table) {
    forward.addAll(table.make(halved("W", features), halved("b", 1)));
    steps(table::read);
    if (at.training()) {
      backward.add(table::start);
      backward(table::add);
      backward.addAll(table.finish(gradient("W", features), gradient("b", 1)));
    }
  }

  private Memory turnedInput() {
    Port given = at.input(at.plain(at.site().input()));
    Memory x = at.kept(Layout.plain(rows(), features));
    forward.add(given.move());
    forward.add(Reorder.copy(at.arena(), given.memory(), x.as(time.turned(features))));
    return x;
  }

  /** A parameter, {@code [4 units, columns]}. */
  private Memory value(String key, long columns) {
    return at.parameters()
        .value(key, Binding.vector(width * columns))
        .as(Layout.plain(width, columns));
  }

  private Memory gradient(String key, long columns) {
    return at.parameters()
        .gradient(key, Binding.vector(width * columns))
        .as(Layout.plain(width, columns));
  }

  /** A parameter as forward wants it: g's part of it, and half of that of f, o and i. */
  private Memory halved(String key, long columns) {
    Memory from = value(key, columns);
    Memory into = at.arena().allocate(from.layout());
    Layout whole = Layout.plain(units, columns);
    Layout half = Layout.plain(width - units, columns);
    forward.add(Reorder.copy(at.arena(), from.as(whole), into.as(whole)));
    Memory gates = from.view(half, whole.size());
    forward.add(Pointwise.linear(at.arena(), 0.5, 0, gates, into.view(half, whole.size())));
    return into;
  }

  private InnerProduct projection() {
    return new InnerProduct(
        Layout.plain(rows(), features),
        Layout.plain(width, features),
        Layout.plain(width),
        gates.layout());
  }

  private void project(Memory x) {
    forward.add(
        projection()
            .forward(null)
            .call(at.arena())
            .with(Argument.SOURCE, x)
            .with(Argument.WEIGHTS, halved("W", features))
            .with(Argument.BIAS, halved("b", 1).as(Layout.plain(width)))
            .with(Argument.DESTINATION, gates)
            .bind());
  }

  /** The steps, each of which begins with something. */
  private void steps(IntConsumer before) {
    LstmCells cells = new LstmCells(gate, gates, c, squashed, h);
    Chain chain = Chain.of(at, units, width);
    Port recurrent = chain.packed(forward, halved("RW", units));
    Spec tanh = Pointwise.TANH.forward(Layout.plain(time.samples(), width));
    Spec squash = Pointwise.TANH.forward(time.one());
    forward.add(cells::start);
    for (int t = 0; t < time.steps(); t++) {
      int step = t;
      forward.add(() -> before.accept(step));
      if (t > 0) {
        forward.add(chain.add(time.step(h, t - 1), recurrent, time.step(gates, t)));
      }
      forward.add(time.apply(tanh, time.step(gates, t), time.step(gates, t)));
      forward.add(() -> cells.cells(step));
      forward.add(time.apply(squash, time.step(c, t), time.step(squashed, t)));
      forward.add(() -> cells.output(step));
    }
  }

  /** The steps backward, each of which ends with something. */
  private void backward(IntConsumer after) {
    Port given = at.outputGradient(time.turned(units));
    backward.add(given.move());
    Memory dh = given.memory().as(time.all());
    Layout turned = Layout.strided(new long[] {units, width}, new long[] {1, units});
    Chain chain = Chain.of(at, width, units);
    Port recurrent = chain.packed(backward, value("RW", units).as(turned));
    LstmCellGradient cells = new LstmCellGradient(gate, gates, c, squashed, dh);
    backward.add(cells::start);
    for (int t = time.steps() - 1; t >= 0; t--) {
      int step = t;
      backward.add(() -> cells.step(step));
      if (t > 0) {
        backward.add(chain.add(time.step(gates, t), recurrent, time.step(dh, t - 1)));
      }
      backward.add(() -> after.accept(step));
    }
    recurrentGradient();
  }

  private void recurrentGradient() {
    Memory dr = gradient("RW", units);
    long before = rows() - time.samples(); // rows of h that a later step reads
    if (before == 0) {
      backward.add(dr::clear);
      return;
    }
    Memory later = gates.view(Layout.plain(before, width), time.samples() * width);
    backward.add(new Gemm(width, units, before, true, false, 0).bind(later, h, dr));
  }

  private void projectBack(Memory x) {
    backward.add(
        projection()
            .backwardWeights()
            .call(at.arena())
            .with(Argument.SOURCE, x)
            .with(Argument.DESTINATION_GRADIENT, gates)
            .with(Argument.WEIGHTS_GRADIENT, gradient("W", features))
            .with(Argument.BIAS_GRADIENT, gradient("b", 1).as(Layout.plain(width)))
            .bind());
    @Nullable Port dx = at.inputGradient(at.plain(at.site().input()));
    if (dx == null) {
      return;
    }
    Memory sums = at.scratch(x.layout());
    backward.add(
        new Gemm(rows(), features, width, false, false, 0).bind(gates, value("W", features), sums));
    backward.add(Reorder.copy(at.arena(), sums.as(time.turned(features)), dx.memory()));
    backward.add(dx.move());
  }
}
