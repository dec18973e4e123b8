package dev.assay.engine.kernel.onednn;

import org.jspecify.annotations.Nullable;

/** A function of each number, bound to memory of one layout at a time. */
public interface Elementwise {

  /** Whether its derivative is computed from its result, so that its input need not be kept. */
  boolean forgetsItsInput();

  /** {@code y = f(x)}; may be computed in place. */
  Step forward(Arena arena, Memory x, Memory y);

  /**
   * {@code dx = f'(x) dy}; may be computed in place.
   *
   * @param known y where the function forgets its input, else x
   */
  Step backward(Arena arena, Memory known, Memory dy, Memory dx);

  /** The function as something that a product can end with, or null if it cannot. */
  default @Nullable Pointwise ending() {
    return null;
  }
}
