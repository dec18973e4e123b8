package dev.assay.engine.kernel.onednn;

/**
 * {@code a f(x) + b}.
 *
 * @param function f
 * @param factor a
 * @param shift b
 */
public record Stretched(Pointwise function, double factor, double shift) implements Elementwise {

  public Stretched {
    if (function.forgetsItsInput()) {
      throw new IllegalArgumentException("the result of the function is not kept");
    }
  }

  @Override
  public boolean forgetsItsInput() {
    return false;
  }

  @Override
  public Step forward(Arena arena, Memory x, Memory y) {
    return function.forward(arena, x, y).then(linear(arena, shift, y, y));
  }

  @Override
  public Step backward(Arena arena, Memory known, Memory dy, Memory dx) {
    return linear(arena, 0, dy, dx).then(function.backward(arena, known, dx, dx));
  }

  private Step linear(Arena arena, double more, Memory from, Memory to) {
    return Pointwise.linear(arena, factor, more, from, to);
  }
}
