package dev.assay.standard.activations;

import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Step;

/**
 * {@link RectifiedTanh} as the tanh of max(0, x): two functions that oneDNN has, and that both know
 * their derivative by a result that is above 0 where x is.
 */
public record RectifiedTanhSteps() implements Elementwise {

  @Override
  public boolean forgetsItsInput() {
    return true;
  }

  @Override
  public Step forward(Arena arena, Memory x, Memory y) {
    return Pointwise.RELU.forward(arena, x, y).then(Pointwise.TANH.forward(arena, y, y));
  }

  @Override
  public Step backward(Arena arena, Memory known, Memory dy, Memory dx) {
    return Pointwise.TANH
        .backward(arena, known, dy, dx)
        .then(Pointwise.RELU.backward(arena, known, dx, dx));
  }
}
