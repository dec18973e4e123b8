package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;

/**
 * The largest number, or the mean, of each window of a grid, channel by channel.
 *
 * @param x {@code [rows, channels, ...]}
 * @param y {@code [rows, channels, ...]}
 * @param kernel the window's length along each axis
 * @param stride how far it moves along each axis
 * @param padding how far windows reach beyond the start of each axis
 * @param behind how far they reach beyond its end
 */
@SuppressWarnings("ArrayRecordComponent") // passed on to oneDNN, never compared
public record PoolingWindow(
    Kind kind, Layout x, Layout y, long[] kernel, long[] stride, long[] padding, long[] behind) {

  /** What is taken of a window. */
  public enum Kind {
    LARGEST(dnnl.dnnl_pooling_max),
    /** Of what is there; padding counts nothing. */
    MEAN(dnnl.dnnl_pooling_avg_exclude_padding),
    /** With zeros for padding. */
    MEAN_WITH_PADDING(dnnl.dnnl_pooling_avg_include_padding);

    private final int algorithm;

    Kind(int algorithm) {
      this.algorithm = algorithm;
    }

    /** A mean in which padding counts, or does not. */
    public static Kind mean(boolean countsPadding) {
      return countsPadding ? MEAN_WITH_PADDING : MEAN;
    }
  }

  /**
   * Forward. Where the largest number is taken and a gradient is wanted, its place is written to
   * the workspace.
   */
  public Spec forward(boolean training) {
    return Spec.of("pooling", () -> chosen(training));
  }

  private pooling_forward.primitive_desc chosen(boolean training) {
    return new pooling_forward.primitive_desc(
        new pooling_forward.desc(
            training ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference,
            kind.algorithm,
            x.desc(),
            y.desc(),
            stride,
            kernel,
            padding,
            behind),
        Spec.attributes(),
        OneDnn.Processor.ENGINE);
  }

  /** The gradient by x. */
  public Spec backward() {
    return Spec.of(
        "pooling's gradient",
        () ->
            new pooling_backward.primitive_desc(
                new pooling_backward.desc(
                    kind.algorithm, x.desc(), y.desc(), stride, kernel, padding, behind),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                chosen(true)));
  }
}
