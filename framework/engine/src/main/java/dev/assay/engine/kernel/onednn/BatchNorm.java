package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Each channel shifted and scaled to mean 0 and variance 1 over rows and pixels, then {@code gain x
 * + shift}.
 *
 * @param x {@code [rows, channels, ...]}
 * @param given whether mean and variance are given; if not, they are those of x, and written
 * @param epsilon added to the variance
 */
public record BatchNorm(Layout x, boolean given, double epsilon) {

  /** Forward. */
  public Spec forward() {
    return Spec.of("batch normalisation", this::there);
  }

  private batch_normalization_forward.primitive_desc there() {
    return new batch_normalization_forward.primitive_desc(
        new batch_normalization_forward.desc(
            dnnl.dnnl_forward_training, x.desc(), (float) epsilon, flags()),
        Spec.attributes(),
        OneDnn.Processor.ENGINE);
  }

  private int flags() {
    return dnnl.dnnl_use_scaleshift | (given ? dnnl.dnnl_use_global_stats : 0);
  }

  /**
   * The gradients by x, and by gain and shift. Mean and variance are constants if they are given,
   * else they change with x.
   */
  public Spec backward() {
    return Spec.of(
        "batch normalisation's gradient",
        () ->
            new batch_normalization_backward.primitive_desc(
                new batch_normalization_backward.desc(
                    dnnl.dnnl_backward, x.desc(), x.desc(), (float) epsilon, flags()),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }
}
