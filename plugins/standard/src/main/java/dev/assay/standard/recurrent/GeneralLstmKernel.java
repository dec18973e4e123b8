package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of {@link Lstm}, whose letters these are, with any functions. */
final class GeneralLstmKernel implements Recurrence.Cell {

  private static final int G = 0;
  private static final int F = 1;
  private static final int O = 2;
  private static final int I = 3;

  private final @Nullable Reading reading;
  private final Timeline time;
  private final Chain chain;
  private final List<Curve> gates = new ArrayList<>();
  private final List<Memory> gradients;
  private final List<Port> there = new ArrayList<>();
  private final List<Port> back = new ArrayList<>();
  private final Memory c; // and what it is before all steps
  private final Curve squashed;
  private final Memory dc; // at the step that is gone through
  private final Memory part;

  private GeneralLstmKernel(
      Lstm layer,
      @Nullable Reading reading,
      Timeline time,
      List<Memory> sums,
      List<Memory> gradients,
      List<Step> before,
      List<Step> beforeBack) {
    this.reading = reading;
    this.time = time;
    this.gradients = gradients;
    Binding at = time.at();
    long units = time.units();
    this.chain = Chain.of(at, units, units);
    Elementwise activation = at.function(layer.activation());
    Elementwise gate = at.function(layer.gateActivation());
    for (int k = 0; k < sums.size(); k++) {
      gates.add(Curve.inPlace(time, k == G ? activation : gate, sums.get(k)));
      there.add(chain.packed(before, time.outward("R" + Lstm.GATES.get(k))));
      if (at.training()) {
        back.add(chain.packed(beforeBack, time.inward("R" + Lstm.GATES.get(k))));
      }
    }
    this.c = at.arena().allocate(Layout.plain((time.steps() + 1) * time.samples(), units));
    Memory cells = c.view(time.all(), time.samples() * units);
    this.squashed = new Curve(time, activation, cells, at.kept(time.all()));
    this.dc = at.scratch(time.one());
    this.part = at.scratch(time.one());
  }

  /** Binds the layer. */
  static Kernel bind(Lstm layer, Binding at) {
    return Recurrence.bind(at, Lstm.GATES, Projection::of, maker(layer, null));
  }

  /** Binds the layer for one step after the other. */
  static Kernel step(Lstm layer, Binding at, Reading reading) {
    return Recurrence.step(at, reading, Lstm.GATES, Projection::of, maker(layer, reading));
  }

  private static Recurrence.Maker maker(Lstm layer, @Nullable Reading reading) {
    return (time, sums, gradients, before, beforeBack) ->
        new GeneralLstmKernel(layer, reading, time, sums, gradients, before, beforeBack);
  }

  /** What the step before has left; nothing before the first one. */
  private void carry(Reading from) {
    Memory before = time.step(c, 0);
    if (from.position() == 0) {
      before.clear();
    } else {
      before.numbers().put(0, c.numbers(), before.length(), before.length());
    }
  }

  @Override
  public void forward(List<Step> to, int t, Memory before, Memory after) {
    if (reading != null) {
      to.add(() -> carry(reading));
    }
    for (int k = 0; k < gates.size(); k++) {
      to.add(chain.add(before, there.get(k), time.step(gates.get(k).given(), t)));
      to.add(gates.get(k).forward(t));
    }
    Memory cells = time.step(c, t + 1);
    to.add(time.product(gates.get(F).at(t), time.step(c, t), cells));
    to.add(time.addProduct(gates.get(I).at(t), gates.get(G).at(t), cells));
    to.add(squashed.forward(t));
    to.add(time.product(gates.get(O).at(t), squashed.at(t), after));
  }

  @Override
  public void backward(
      List<Step> to, int t, Memory before, Memory after, Memory dAfter, @Nullable Memory dBefore) {
    to.add(time.product(dAfter, squashed.at(t), gradient(O, t)));
    to.add(time.product(dAfter, gates.get(O).at(t), part));
    to.add(squashed.backward(t, part));
    to.add(
        t == time.steps() - 1 ? Reorder.copy(time.at().arena(), part, dc) : time.sum(part, dc, dc));
    to.add(time.product(dc, gates.get(I).at(t), gradient(G, t)));
    to.add(time.product(dc, gates.get(G).at(t), gradient(I, t)));
    to.add(time.product(dc, time.step(c, t), gradient(F, t)));
    to.add(time.product(dc, gates.get(F).at(t), dc));
    for (int k = 0; k < gates.size(); k++) {
      to.add(gates.get(k).backward(t, gradient(k, t)));
      if (dBefore != null) {
        to.add(chain.add(gradient(k, t), back.get(k), dBefore));
      }
    }
  }

  private Memory gradient(int gate, int t) {
    return time.step(gradients.get(gate), t);
  }

  @Override
  public Memory recurrent(String gate) {
    return gradients.get(Lstm.GATES.indexOf(gate));
  }

  @Override
  public @Nullable String bias(String gate) {
    return null;
  }
}
