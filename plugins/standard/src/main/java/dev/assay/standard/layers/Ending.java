package dev.assay.standard.layers;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Step;
import org.jspecify.annotations.Nullable;

/**
 * The function that a layer ends with. It is computed together with what comes before it, if oneDNN
 * can do that, unless its derivative needs its input, which is then kept.
 *
 * @param before where the layer writes what the function is applied to
 * @param after the layer's output
 */
public record Ending(Arena arena, @Nullable Elementwise function, Memory before, Memory after) {

  /** What a layer that ends with a function takes. */
  public static Footprint footprint(Activation activation, long output) {
    return new Footprint(output, activation.derivedFromInput() ? output : 0, 0);
  }

  /** The end of a layer that writes {@code output}. */
  public static Ending of(Binding at, @Nullable Elementwise function, Memory output) {
    Memory before = keepsInput(at, function) ? at.kept(output.layout()) : output;
    return new Ending(at.arena(), function, before, output);
  }

  private static boolean keepsInput(Binding at, @Nullable Elementwise function) {
    return function != null && !function.forgetsItsInput() && at.training();
  }

  /** A function, if it is computed together with what comes before it. */
  public static @Nullable Pointwise fused(Binding at, @Nullable Elementwise function) {
    return function == null || keepsInput(at, function) ? null : function.ending();
  }

  /** The function, if it is computed together with what comes before it. */
  public @Nullable Pointwise fused() {
    return function == null || before != after ? null : function.ending();
  }

  /** The function, if it is computed on its own. */
  public Step forward() {
    return function == null || fused() != null ? Step.NONE : function.forward(arena, before, after);
  }

  /** Makes, in place, the gradient by the function's input of that by its output. */
  public Step backward(Memory gradient) {
    if (function == null) {
      return Step.NONE;
    }
    Memory known = function.forgetsItsInput() ? after : before;
    return function.backward(arena, known, gradient, gradient);
  }
}
