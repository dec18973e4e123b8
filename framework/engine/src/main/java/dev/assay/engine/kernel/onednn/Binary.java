package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.primitive_attr;

/** Sums, products and comparisons, number by number. */
public enum Binary {
  ADD(dnnl.dnnl_binary_add),
  MULTIPLY(dnnl.dnnl_binary_mul),
  SUBTRACT(dnnl.dnnl_binary_sub),
  LARGER(dnnl.dnnl_binary_max),
  /** 1 where the first number is greater than the second one, else 0. */
  IS_GREATER(dnnl.dnnl_binary_gt);

  private final int algorithm;

  Binary(int algorithm) {
    this.algorithm = algorithm;
  }

  /**
   * {@code z = x o y}; z may be x. Where an axis of y has length 1, its number stands for all of
   * x's axis.
   */
  public Spec of(Layout x, Layout y) {
    return of(x, y, Spec.attributes());
  }

  /** {@code z = x o y}, bound to memory. */
  public Step bind(Arena arena, Memory x, Memory y, Memory z) {
    return bind(of(x.layout(), y.layout()), arena, x, y, z);
  }

  /** Binds one that was made before, for arrays of the same layouts. */
  public static Step bind(Spec made, Arena arena, Memory x, Memory y, Memory z) {
    return made.call(arena)
        .with(Argument.SOURCE, x)
        .with(Argument.OTHER_SOURCE, y)
        .with(Argument.DESTINATION, z)
        .bind();
  }

  /** {@code z = z + x o y}. */
  public Spec onto(Layout x, Layout y) {
    return of(x, y, Spec.adding());
  }

  private Spec of(Layout x, Layout y, primitive_attr attributes) {
    return Spec.of(
        "sum or product",
        () ->
            new binary.primitive_desc(
                new binary.desc(algorithm, x.desc(), y.desc(), x.desc()),
                attributes,
                OneDnn.Processor.ENGINE));
  }
}
