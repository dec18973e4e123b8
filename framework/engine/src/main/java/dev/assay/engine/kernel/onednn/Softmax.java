package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/** {@code exp(x)} over the sum of {@code exp(x)} along the last axis. */
public record Softmax(Layout x) {

  /** Forward; may be computed in place. */
  public Spec forward() {
    return Spec.of("softmax", this::there);
  }

  private softmax_forward.primitive_desc there() {
    return new softmax_forward.primitive_desc(
        new softmax_forward.desc(dnnl.dnnl_forward_training, x.desc(), axis()),
        Spec.attributes(),
        OneDnn.Processor.ENGINE);
  }

  private int axis() {
    return x.dims().length - 1;
  }

  /** The gradient by x, from the destination and its gradient; may be computed in place. */
  public Spec backward() {
    return Spec.of(
        "softmax's gradient",
        () ->
            new softmax_backward.primitive_desc(
                new softmax_backward.desc(x.desc(), x.desc(), axis()),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }
}
