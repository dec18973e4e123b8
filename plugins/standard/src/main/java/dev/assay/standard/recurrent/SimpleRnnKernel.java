package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of {@link SimpleRnn}. */
public final class SimpleRnnKernel implements Recurrence.Cell {

  private final Timeline time;
  private final Chain chain;
  private final @Nullable Pointwise function;
  private final @Nullable Spec forward;
  private final @Nullable Spec derivative;
  private final Memory sum;
  private final Memory dSum;
  private final Port there;
  private final @Nullable Port back;

  private SimpleRnnKernel(
      @Nullable Pointwise function,
      Timeline time,
      Chain chain,
      Memory sum,
      Memory dSum,
      Port there,
      @Nullable Port back) {
    this.function = function;
    this.forward = function == null ? null : function.forward(time.one());
    this.derivative = function == null ? null : function.backward(time.one());
    this.time = time;
    this.chain = chain;
    this.sum = sum;
    this.dSum = dSum;
    this.there = there;
    this.back = back;
  }

  /** Binds the layer. */
  public static Kernel bind(SimpleRnn layer, Binding at) {
    Pointwise function = at.function(layer.activation());
    return Recurrence.bind(
        at,
        List.of(""),
        (time, gates, gradients, before, beforeBack) -> {
          Chain chain = Chain.of(at, time.units(), time.units());
          return new SimpleRnnKernel(
              function,
              time,
              chain,
              gates.get(0),
              gradients.get(0),
              chain.packed(before, time.outward("R")),
              at.training() ? chain.packed(beforeBack, time.inward("R")) : null);
        });
  }

  @Override
  public void forward(List<Step> to, int t, Memory before, Memory after) {
    Memory now = time.step(sum, t);
    to.add(chain.add(before, there, now));
    to.add(
        forward == null
            ? Reorder.copy(time.at().arena(), now, after)
            : time.apply(forward, now, after));
  }

  @Override
  public void backward(
      List<Step> to, int t, Memory before, Memory after, Memory dAfter, @Nullable Memory dBefore) {
    Memory by = time.step(dSum, t);
    to.add(Reorder.copy(time.at().arena(), dAfter, by));
    if (function != null && derivative != null) {
      boolean forgets = function.forgetsItsInput();
      to.add(
          time.derive(
              derivative,
              forgets ? Argument.DESTINATION : Argument.SOURCE,
              forgets ? after : time.step(sum, t),
              by));
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
