package dev.assay.standard.layers;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.activations.Gelu;
import org.jspecify.annotations.Nullable;

/**
 * The function that a layer ends with. It is computed together with what comes before it, unless
 * its derivative needs its input, which is then kept.
 *
 * @param before where the layer writes what the function is applied to
 * @param after the layer's output
 */
public record Ending(Arena arena, @Nullable Pointwise function, Memory before, Memory after) {

  /** What a layer that ends with a function takes: GELU's derivative needs its input. */
  public static Footprint footprint(Activation activation, long output) {
    return new Footprint(output, activation instanceof Gelu ? output : 0, 0);
  }

  /** The end of a layer that writes {@code output}. */
  public static Ending of(Binding at, @Nullable Pointwise function, Memory output) {
    boolean together = function == null || function.forgetsItsInput() || !at.training();
    Memory before = together ? output : at.kept(output.layout());
    return new Ending(at.arena(), function, before, output);
  }

  /** The function, if it is computed together with what comes before it. */
  public @Nullable Pointwise fused() {
    return before == after ? function : null;
  }

  /** The function, if it is computed on its own. */
  public Step forward() {
    if (function == null || before == after) {
      return Step.NONE;
    }
    return function
        .forward(before.layout())
        .call(arena)
        .with(Argument.SOURCE, before)
        .with(Argument.DESTINATION, after)
        .bind();
  }

  /** Makes, in place, the gradient by the function's input of that by its output. */
  public Step backward(Memory gradient) {
    if (function == null) {
      return Step.NONE;
    }
    return function
        .backward(before.layout())
        .call(arena)
        .with(
            function.forgetsItsInput() ? Argument.DESTINATION : Argument.SOURCE,
            function.forgetsItsInput() ? after : before)
        .with(Argument.DESTINATION_GRADIENT, gradient)
        .with(Argument.SOURCE_GRADIENT, gradient)
        .bind();
  }
}
