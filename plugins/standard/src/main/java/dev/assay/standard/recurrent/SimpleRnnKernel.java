package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of {@link SimpleRnn}. */
public final class SimpleRnnKernel implements Recurrence.Cell {

  /** One, whose parameters have no more of a name. */
  private static final List<String> GATES = List.of("");

  private final Timeline time;
  private final Chain chain;
  private final @Nullable Elementwise function;
  private final Memory sum;
  private final Memory dSum;
  private final Port there;
  private final @Nullable Port back;

  private SimpleRnnKernel(
      @Nullable Elementwise function,
      Timeline time,
      Chain chain,
      Memory sum,
      Memory dSum,
      Port there,
      @Nullable Port back) {
    this.function = function;
    this.time = time;
    this.chain = chain;
    this.sum = sum;
    this.dSum = dSum;
    this.there = there;
    this.back = back;
  }

  /** Binds the layer. */
  public static Kernel bind(SimpleRnn layer, Binding at) {
    return Recurrence.bind(at, GATES, maker(layer, at));
  }

  /** Binds the layer for one step after the other. */
  public static Kernel step(SimpleRnn layer, Binding at, Reading reading) {
    return Recurrence.step(at, reading, GATES, maker(layer, at));
  }

  private static Recurrence.Maker maker(SimpleRnn layer, Binding at) {
    Elementwise function = at.function(layer.activation());
    return (time, gates, gradients, before, beforeBack) -> {
      Chain chain = Chain.of(at, time.units(), time.units());
      return new SimpleRnnKernel(
          function,
          time,
          chain,
          gates.get(0),
          gradients.get(0),
          chain.packed(before, time.outward("R")),
          at.training() ? chain.packed(beforeBack, time.inward("R")) : null);
    };
  }

  @Override
  public void forward(List<Step> to, int t, Memory before, Memory after) {
    Memory now = time.step(sum, t);
    to.add(chain.add(before, there, now));
    to.add(
        function == null
            ? Reorder.copy(time.at().arena(), now, after)
            : function.forward(time.at().arena(), now, after));
  }

  @Override
  public void backward(
      List<Step> to, int t, Memory before, Memory after, Memory dAfter, @Nullable Memory dBefore) {
    Memory by = time.step(dSum, t);
    to.add(Reorder.copy(time.at().arena(), dAfter, by));
    if (function != null) {
      Memory known = function.forgetsItsInput() ? after : time.step(sum, t);
      to.add(function.backward(time.at().arena(), known, by, by));
    }
    if (dBefore != null && back != null) {
      to.add(chain.add(by, back, dBefore));
    }
  }

  @Override
  public Memory recurrent(String gate) {
    return dSum;
  }

  @Override
  public @Nullable String bias(String gate) {
    return null;
  }
}
