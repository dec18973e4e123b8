package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** {@link Prelu} as oneDNN has it. */
public final class PreluKernel {

  private PreluKernel() {}

  /** Binds the layer. */
  public static Kernel bind(Prelu layer, Binding at) {
    Port x = at.input();
    Layout numbers = x.memory().layout();
    Layout slopes = slopes(layer, at);
    Memory slope = at.parameters().value(Prelu.SLOPE, slopes);
    Memory y = at.produce(numbers);
    var prelu = new dev.assay.engine.kernel.onednn.Prelu(numbers, slopes);
    Step forward =
        prelu
            .forward()
            .call(at.arena())
            .with(Argument.SOURCE, x.memory())
            .with(Argument.WEIGHTS, slope)
            .with(Argument.DESTINATION, y)
            .bind();
    if (!at.training()) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(numbers);
    Port dx = at.inputGradient(numbers);
    Memory byInput = dx == null ? at.scratch(numbers) : dx.memory();
    Step backward =
        prelu
            .backward()
            .call(at.arena())
            .with(Argument.SOURCE, x.memory())
            .with(Argument.WEIGHTS, slope)
            .with(Argument.DESTINATION_GRADIENT, dy.memory())
            .with(Argument.SOURCE_GRADIENT, byInput)
            .with(Argument.WEIGHTS_GRADIENT, at.parameters().gradient(Prelu.SLOPE, slopes))
            .bind();
    return Kernel.of(
        List.of(x.move(), forward),
        List.of(dy.move(), backward, dx == null ? Step.NONE : dx.move()));
  }

  private static Layout slopes(Prelu layer, Binding at) {
    LongStream own = IntStream.of(layer.spread(at.shape())).asLongStream();
    return Layout.plain(LongStream.concat(LongStream.of(1), own).toArray());
  }
}
