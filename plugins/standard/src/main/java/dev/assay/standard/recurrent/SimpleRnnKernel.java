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

/**
 * A step of {@link SimpleRnn}.
 *
 * @param sum what the function is given, at all steps
 * @param dSum the gradient by it
 */
record SimpleRnnKernel(
    Timeline time, @Nullable Elementwise function, Memory sum, Memory dSum, Recall recall)
    implements Recurrence.Cell {

  /** One, whose parameters have no more of a name. */
  private static final List<String> GATES = List.of("");

  /** Binds the layer. */
  public static Kernel bind(SimpleRnn layer, Binding at) {
    return Recurrence.bind(at, GATES, entry(layer), maker(layer, at));
  }

  /** Binds the layer for one step after the other. */
  public static Kernel step(SimpleRnn layer, Binding at, Reading reading) {
    return Recurrence.step(at, reading, GATES, entry(layer), maker(layer, at));
  }

  private static Entry.Maker entry(SimpleRnn layer) {
    return layer.layerNorm()
        ? (time, x, gate) ->
            NormedProjection.of(
                time, x, gate, SimpleRnnOperation.INPUT_GAIN, SimpleRnnOperation.EPSILON)
        : Projection::of;
  }

  private static Recurrence.Maker maker(SimpleRnn layer, Binding at) {
    Elementwise function = at.function(layer.activation());
    return (time, gates, gradients, before, beforeBack) -> {
      Chain chain = Chain.of(at, time.units(), time.units());
      Port there = chain.packed(before, time.outward("R"));
      Port back = at.training() ? chain.packed(beforeBack, time.inward("R")) : null;
      Recall recall =
          layer.layerNorm()
              ? new NormedRecall(
                  time,
                  chain,
                  there,
                  back,
                  SimpleRnnOperation.STATE_GAIN,
                  SimpleRnnOperation.EPSILON)
              : new Recall.Plain(time, chain, there, back, gradients.get(0));
      return new SimpleRnnKernel(time, function, gates.get(0), gradients.get(0), recall);
    };
  }

  @Override
  public void forward(List<Step> to, int t, Memory before, Memory after) {
    Memory now = time.step(sum, t);
    recall.forward(to, t, before, now);
    to.add(Curve.apply(time, function, now, after));
  }

  @Override
  public void backward(
      List<Step> to, int t, Memory before, Memory after, Memory dAfter, @Nullable Memory dBefore) {
    Memory by = time.step(dSum, t);
    to.add(Reorder.copy(time.at().arena(), dAfter, by));
    to.add(Curve.derive(time, function, time.step(sum, t), after, by));
    recall.backward(to, t, by, dBefore);
  }

  @Override
  public Memory recurrent(String gate) {
    return recall.gradient();
  }

  @Override
  public @Nullable String bias(String gate) {
    return null;
  }
}
