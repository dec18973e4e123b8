package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = f(x W' + b)}.
 *
 * @param x {@code [rows, in]}
 * @param weights W, {@code [out, in]}
 * @param bias {@code [out]}, or null
 * @param y {@code [rows, out]}
 */
public record InnerProduct(Layout x, Layout weights, @Nullable Layout bias, Layout y) {

  /** Forward, with a function behind it or none. */
  public Spec forward(@Nullable Pointwise function) {
    primitive_attr attributes = function == null ? Spec.attributes() : function.behind();
    return Spec.of(
        "inner product",
        () ->
            new inner_product_forward.primitive_desc(desc(), attributes, OneDnn.Processor.ENGINE));
  }

  /** {@code y = y + x W'}. */
  public Spec onto() {
    return Spec.of(
        "inner product",
        () ->
            new inner_product_forward.primitive_desc(
                desc(), Spec.adding(), OneDnn.Processor.ENGINE));
  }

  private inner_product_forward.desc desc() {
    int kind = dnnl.dnnl_forward_training;
    return bias == null
        ? new inner_product_forward.desc(kind, x.desc(), weights.desc(), y.desc())
        : new inner_product_forward.desc(kind, x.desc(), weights.desc(), bias.desc(), y.desc());
  }

  private inner_product_forward.primitive_desc there() {
    return new inner_product_forward.primitive_desc(
        desc(), Spec.attributes(), OneDnn.Processor.ENGINE);
  }

  /** The gradient by x. */
  public Spec backwardData() {
    return Spec.of(
        "inner product's gradient",
        () ->
            new inner_product_backward_data.primitive_desc(
                new inner_product_backward_data.desc(x.desc(), weights.desc(), y.desc()),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }

  /** The gradients by W and b. */
  public Spec backwardWeights() {
    return Spec.of(
        "inner product's gradient",
        () ->
            new inner_product_backward_weights.primitive_desc(
                bias == null
                    ? new inner_product_backward_weights.desc(x.desc(), weights.desc(), y.desc())
                    : new inner_product_backward_weights.desc(
                        x.desc(), weights.desc(), bias.desc(), y.desc()),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }
}
