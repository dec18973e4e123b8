package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.primitive_attr;

/**
 * {@code C = s A B} for many matrices at once, which lie along the first axes.
 *
 * @param a {@code [..., m, k]}
 * @param b {@code [..., k, n]}
 * @param c {@code [..., m, n]}
 */
public record Matmul(Layout a, Layout b, Layout c, double scale) {

  /** {@code c = scale a b}. */
  public Spec forward() {
    return with(Spec.attributes());
  }

  /** {@code c = c + scale a b}. */
  public Spec onto() {
    return with(Spec.adding());
  }

  private Spec with(primitive_attr attributes) {
    if (scale != 1) {
      attributes.set_output_scales(0, new float[] {(float) scale});
    }
    return Spec.of(
        "matrix product",
        () ->
            new matmul.primitive_desc(
                new matmul.desc(a.desc(), b.desc(), c.desc()),
                attributes,
                OneDnn.Processor.ENGINE));
  }
}
