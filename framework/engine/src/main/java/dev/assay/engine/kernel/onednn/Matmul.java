package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.primitive_attr;

/**
 * Products of many matrices at once, which lie along the first axes: {@code a [..., m, k]}, {@code
 * b [..., k, n]} and {@code c [..., m, n]}.
 */
public final class Matmul {

  private Matmul() {}

  /** {@code c = scale a b}. */
  public static Step bind(Arena arena, Memory a, Memory b, Memory c, double scale) {
    return bind(arena, a, b, c, scale, Spec.attributes());
  }

  /** {@code c = c + scale a b}. */
  public static Step add(Arena arena, Memory a, Memory b, Memory c, double scale) {
    return bind(arena, a, b, c, scale, Spec.adding());
  }

  private static Step bind(
      Arena arena, Memory a, Memory b, Memory c, double scale, primitive_attr attributes) {
    if (scale != 1) {
      attributes.set_output_scales(0, new float[] {(float) scale});
    }
    return Spec.of(
            "matrix product",
            () ->
                new matmul.primitive_desc(
                    new matmul.desc(a.layout().desc(), b.layout().desc(), c.layout().desc()),
                    attributes,
                    OneDnn.Processor.ENGINE))
        .call(arena)
        .with(Argument.SOURCE, a)
        .with(Argument.WEIGHTS, b)
        .with(Argument.DESTINATION, c)
        .bind();
  }
}
