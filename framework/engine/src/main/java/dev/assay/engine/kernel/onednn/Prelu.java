package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.prelu_backward;
import org.bytedeco.dnnl.prelu_forward;

/**
 * {@code x}, and {@code slope x} where that is negative.
 *
 * @param x the numbers
 * @param slope the slopes, with the axes of x; where one has length 1, all of x's share a slope
 */
public record Prelu(Layout x, Layout slope) {

  /** Forward. */
  public Spec forward() {
    return Spec.of("learned slope", this::there);
  }

  private prelu_forward.primitive_desc there() {
    return new prelu_forward.primitive_desc(
        new prelu_forward.desc(dnnl.dnnl_forward_training, x.desc(), slope.desc()),
        Spec.attributes(),
        OneDnn.Processor.ENGINE);
  }

  /** The gradients by x, and by the slopes. */
  public Spec backward() {
    return Spec.of(
        "gradient of a learned slope",
        () ->
            new prelu_backward.primitive_desc(
                new prelu_backward.desc(x.desc(), slope.desc(), x.desc(), slope.desc()),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }
}
