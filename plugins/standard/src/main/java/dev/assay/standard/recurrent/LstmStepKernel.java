package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.InnerProduct;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Lstm}, whose letters these are, step by step: {@code h} and {@code c} stay where they are.
 */
public final class LstmStepKernel {

  private final Binding at;
  private final Reading reading;
  private final long units;
  private final Layout one;
  private final Memory h;
  private final Memory c;
  private final List<Step> steps = new ArrayList<>();

  private LstmStepKernel(Lstm layer, Binding at, Reading reading) {
    this.at = at;
    this.reading = reading;
    this.units = layer.units();
    this.one = Layout.plain(at.rows(), units);
    this.c = at.arena().allocate(one);
    this.h = at.arena().allocate(one); // not what other layers may write over between the steps
    at.pass(h, null);
  }

  /** Binds the layer. */
  public static Kernel bind(Lstm layer, Binding at, Reading reading) {
    return layer.isUsual()
        ? new LstmStepKernel(layer, at, reading).bind()
        : GeneralLstmKernel.step(layer, at, reading);
  }

  private Kernel bind() {
    long features = at.site().input().dim(1);
    Port x = at.input(Layout.plain(at.rows(), features));
    steps.add(this::forget);
    steps.add(x.move());
    Memory g = gate(0, x.memory(), Pointwise.TANH);
    Memory f = gate(1, x.memory(), Pointwise.LOGISTIC);
    Memory o = gate(2, x.memory(), Pointwise.LOGISTIC);
    Memory i = gate(3, x.memory(), Pointwise.LOGISTIC);
    combine(Binary.MULTIPLY.of(one, one), f, c, c);
    combine(Binary.MULTIPLY.onto(one, one), i, g, c);
    Memory squashed = at.scratch(one);
    apply(Pointwise.TANH, c, squashed);
    combine(Binary.MULTIPLY.of(one, one), o, squashed, h);
    return Kernel.of(steps, List.of());
  }

  /** Before the first step, {@code h = c = 0}. */
  private void forget() {
    if (reading.position() == 0) {
      h.clear();
      c.clear();
    }
  }

  /** {@code f(x W + h R + b)}. */
  private Memory gate(int number, Memory x, Pointwise function) {
    long features = x.layout().dims()[1];
    Memory gate = at.scratch(one);
    Layout w = Layout.plain(units, features);
    InnerProduct given = new InnerProduct(x.layout(), w, Layout.plain(units), one);
    steps.add(
        given
            .forward(null)
            .call(at.arena())
            .with(Argument.SOURCE, x)
            .with(Argument.WEIGHTS, part("W", number, w))
            .with(Argument.BIAS, part("b", number, Layout.plain(units)))
            .with(Argument.DESTINATION, gate)
            .bind());
    Spec remembered = new InnerProduct(one, Layout.any(units, units), null, one).onto();
    steps.add(
        remembered
            .call(at.arena())
            .with(Argument.SOURCE, h)
            .with(Argument.WEIGHTS, recurrent(number, remembered))
            .with(Argument.DESTINATION, gate)
            .bind());
    apply(function, gate, gate);
    return gate;
  }

  /** The recurrent weights as the product wants them; they stay so for as long as one text. */
  private Memory recurrent(int number, Spec product) {
    Memory r = part("RW", number, Layout.plain(units, units));
    Memory packed = at.arena().allocate(product.layout(Argument.WEIGHTS));
    Step pack = Reorder.copy(at.arena(), r, packed);
    steps.add(
        () -> {
          if (reading.position() == 0) {
            pack.run();
          }
        });
    return packed;
  }

  /** A gate's part of a parameter. */
  private Memory part(String key, int gate, Layout layout) {
    return at.parameters()
        .value(key, Layout.plain(Gates.COUNT * layout.size()))
        .view(layout, gate * layout.size());
  }

  private void apply(Pointwise function, Memory from, Memory into) {
    steps.add(function.forward(at.arena(), from, into));
  }

  private void combine(Spec operation, Memory a, Memory b, Memory into) {
    steps.add(Binary.bind(operation, at.arena(), a, b, into));
  }
}
