package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.layer_normalization_backward;
import org.bytedeco.dnnl.layer_normalization_forward;

/**
 * Rows shifted and scaled to mean 0 and variance 1, then {@code gain x + shift}.
 *
 * @param x {@code [rows, features]}
 * @param epsilon added to the variance
 */
public record LayerNorm(Layout x, double epsilon) {

  private static final int FLAGS = dnnl.dnnl_use_scaleshift;

  /** Forward; leaves mean and variance of each row for the backward pass. */
  public Spec forward() {
    return Spec.of("layer normalisation", this::there);
  }

  private layer_normalization_forward.primitive_desc there() {
    return new layer_normalization_forward.primitive_desc(
        new layer_normalization_forward.desc(
            dnnl.dnnl_forward_training, x.desc(), (float) epsilon, FLAGS),
        Spec.attributes(),
        OneDnn.Processor.ENGINE);
  }

  /** The gradients by x, and by gain and shift. */
  public Spec backward() {
    return Spec.of(
        "layer normalisation's gradient",
        () ->
            new layer_normalization_backward.primitive_desc(
                new layer_normalization_backward.desc(
                    dnnl.dnnl_backward, x.desc(), x.desc(), (float) epsilon, FLAGS),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }
}
