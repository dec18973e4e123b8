package dev.assay.standard.layers;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Binary;
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
import org.jspecify.annotations.Nullable;

/**
 * {@link Lstm}, whose letters these are, step by step. oneDNN's own LSTM has no fast training.
 *
 * <p>What all steps have in common is computed for all at once: the products with x before the
 * steps, the gradients of the weights behind them. So arrays are {@code [steps, samples, units]},
 * one for each gate, and a step is a view without gaps.
 */
public final class LstmKernel {

  private static final int GATES = 4;
  private static final int G = 0;
  private static final int F = 1;
  private static final int O = 2;
  private static final int I = 3;

  private final Binding at;
  private final long samples;
  private final int steps;
  private final long features;
  private final long units;
  private final Layout all;
  private final Layout one;
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();

  private final Memory x;
  private final Memory[] gate = new Memory[GATES]; // backward, the gradients before their functions
  private final @Nullable GateTable[] tables = new GateTable[GATES];
  private final Memory c;
  private final Memory squashed; // tanh(c)
  private final Memory h;

  private final Spec product;
  private final Spec multiplied;
  private final Spec tanh;
  private final Spec logistic;
  private final Spec chained;

  private LstmKernel(Lstm layer, Binding at) {
    this.at = at;
    this.samples = at.rows();
    this.steps = at.shape().dim(0);
    this.features = at.site().input().dim(1);
    this.units = layer.units();
    this.all = Layout.plain(steps * samples, units);
    this.one = Layout.plain(samples, units);
    this.x = allocate(Layout.plain(steps * samples, features));
    this.c = allocate(all);
    this.squashed = allocate(all);
    for (int i = 0; i < GATES; i++) {
      gate[i] = allocate(all);
    }
    this.product = Binary.MULTIPLY.onto(one, one);
    this.multiplied = Binary.MULTIPLY.of(one, one);
    this.tanh = Pointwise.TANH.forward(one);
    this.logistic = Pointwise.LOGISTIC.forward(one);
    this.chained = new InnerProduct(one, Layout.any(units, units), null, one).onto();
    this.h = at.produce(turned(units)).as(all);
  }

  /** Binds the layer. */
  public static Kernel bind(Lstm layer, Binding at) {
    return new LstmKernel(layer, at).bind();
  }

  private Memory allocate(Layout layout) {
    return at.arena().allocate(layout);
  }

  /** {@code [samples, steps, width]} with the steps outermost in memory. */
  private Layout turned(long width) {
    return Layout.strided(
        new long[] {samples, steps, width}, new long[] {width, samples * width, 1});
  }

  private Kernel bind() {
    Values symbols = at.inputs().get(0).tensor().symbols();
    if (symbols == null) {
      Port given = at.input(at.plain(at.site().input()));
      forward.add(given.move());
      forward.add(Reorder.copy(at.arena(), given.memory(), x.as(turned(features))));
    }
    for (int i = 0; i < GATES; i++) {
      if (symbols == null) {
        forward.add(project(i));
      } else {
        tables[i] = table(symbols, i);
        forward.addAll(tables[i].forward());
      }
    }
    Port[] recurrent = recurrent(forward, Layout.plain(units, units));
    for (int t = 0; t < steps; t++) {
      step(t, recurrent);
    }
    if (at.training()) {
      backward();
    }
    return Kernel.of(forward, backward);
  }

  private GateTable table(Values symbols, int i) {
    Memory w = part("W", i, Layout.plain(units, features));
    Memory b = part("b", i, Layout.plain(1, units));
    return GateTable.of(at.arena(), symbols, steps, w, b, gate[i]);
  }

  private InnerProduct projection() {
    return new InnerProduct(x.layout(), Layout.plain(units, features), Layout.plain(units), all);
  }

  /** {@code x W + b} of a gate at all steps. */
  private Step project(int i) {
    return projection()
        .forward(null)
        .call(at.arena())
        .with(Argument.SOURCE, x)
        .with(Argument.WEIGHTS, part("W", i, Layout.plain(units, features)))
        .with(Argument.BIAS, part("b", i, Layout.plain(units)))
        .with(Argument.DESTINATION, gate[i])
        .bind();
  }

  /** A gate's part of a parameter. DL4J keeps them one behind the other, output by output. */
  private Memory part(String key, int i, Layout layout) {
    return whole(at.parameters().value(key, vector(layout)), i, layout);
  }

  private Memory partGradient(String key, int i, Layout layout) {
    return whole(at.parameters().gradient(key, vector(layout)), i, layout);
  }

  private static Layout vector(Layout part) {
    return Layout.plain(GATES * part.size());
  }

  private static Memory whole(Memory parameter, int i, Layout layout) {
    return parameter.view(layout, i * layout.size());
  }

  private Memory at(int t, Memory memory) {
    return memory.view(one, t * samples * units);
  }

  /**
   * The recurrent weights as a step's product wants them: it has too few rows for their being
   * packed to pay each time.
   *
   * @param layout how they, or what stands for them, lie as {@code [out, in]}
   */
  private Port[] recurrent(List<Step> before, Layout layout) {
    Port[] ports = new Port[GATES];
    for (int i = 0; i < GATES; i++) {
      Memory r = part("RW", i, Layout.plain(units, units)).as(layout);
      ports[i] = at.port(r, chained.layout(Argument.WEIGHTS));
      before.add(ports[i].move());
    }
    return ports;
  }

  private void chain(List<Step> to, Memory from, Port weights, Memory onto) {
    to.add(
        chained
            .call(at.arena())
            .with(Argument.SOURCE, from)
            .with(Argument.WEIGHTS, weights.memory())
            .with(Argument.DESTINATION, onto)
            .bind());
  }

  private void step(int t, Port[] recurrent) {
    if (t > 0) {
      for (int i = 0; i < GATES; i++) {
        chain(forward, at(t - 1, h), recurrent[i], at(t, gate[i]));
      }
    }
    apply(forward, tanh, at(t, gate[G]), at(t, gate[G]));
    for (int i : new int[] {F, O, I}) {
      apply(forward, logistic, at(t, gate[i]), at(t, gate[i]));
    }
    if (t > 0) {
      combine(forward, multiplied, at(t, gate[F]), at(t - 1, c), at(t, c));
    }
    combine(forward, t > 0 ? product : multiplied, at(t, gate[I]), at(t, gate[G]), at(t, c));
    apply(forward, tanh, at(t, c), at(t, squashed));
    combine(forward, multiplied, at(t, gate[O]), at(t, squashed), at(t, h));
  }

  private void apply(List<Step> to, Spec function, Memory from, Memory into) {
    to.add(
        function
            .call(at.arena())
            .with(Argument.SOURCE, from)
            .with(Argument.DESTINATION, into)
            .bind());
  }

  private void combine(List<Step> to, Spec operation, Memory a, Memory b, Memory into) {
    to.add(
        operation
            .call(at.arena())
            .with(Argument.SOURCE, a)
            .with(Argument.OTHER_SOURCE, b)
            .with(Argument.DESTINATION, into)
            .bind());
  }

  private void backward() {
    Port given = at.outputGradient(turned(units));
    backward.add(given.move());
    Memory dh = given.memory().as(all);
    Port[] recurrent =
        recurrent(backward, Layout.strided(new long[] {units, units}, new long[] {1, units}));
    LstmCellGradient cells =
        new LstmCellGradient((int) one.size(), gate[F], gate[I], gate[O], gate[G], c, squashed, dh);
    backward.add(cells::start);
    for (int t = steps - 1; t >= 0; t--) {
      int step = t;
      backward.add(() -> cells.step(step));
      for (int i = 0; t > 0 && i < GATES; i++) {
        chain(backward, at(t, gate[i]), recurrent[i], at(t - 1, dh));
      }
    }
    weights();
    input();
  }

  private void weights() {
    long before = (steps - 1) * samples; // rows of h that a later step reads
    for (int i = 0; i < GATES; i++) {
      Memory dw = partGradient("W", i, Layout.plain(units, features));
      Memory db = partGradient("b", i, Layout.plain(units));
      if (tables[i] == null) {
        backward.add(projected(i, dw, db));
      } else {
        backward.addAll(tables[i].backward(gate[i], dw, db));
      }
      Memory dr = partGradient("RW", i, Layout.plain(units, units));
      if (before == 0) {
        backward.add(dr::clear);
        continue;
      }
      Layout later = Layout.plain(before, units);
      backward.add(
          new Gemm(units, units, before, true, false, 0)
              .bind(gate[i].view(later, samples * units), h.view(later, 0), dr));
    }
  }

  private Step projected(int i, Memory dw, Memory db) {
    return projection()
        .backwardWeights()
        .call(at.arena())
        .with(Argument.SOURCE, x)
        .with(Argument.DESTINATION_GRADIENT, gate[i])
        .with(Argument.WEIGHTS_GRADIENT, dw)
        .with(Argument.BIAS_GRADIENT, db)
        .bind();
  }

  private void input() {
    Port dx = at.inputGradient(at.plain(at.site().input()));
    if (dx == null) {
      return;
    }
    Memory sums = allocate(x.layout());
    for (int i = 0; i < GATES; i++) {
      Memory w = part("W", i, Layout.plain(units, features));
      backward.add(
          new Gemm(steps * samples, features, units, false, false, i == 0 ? 0 : 1)
              .bind(gate[i], w, sums));
    }
    backward.add(Reorder.copy(at.arena(), sums.as(turned(features)), dx.memory()));
    backward.add(dx.move());
  }
}
