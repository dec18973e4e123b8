package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * A cross-correlation of images with filters.
 *
 * @param x {@code [rows, channels, height, width]}
 * @param weights {@code [filters, channels, height, width]}
 * @param bias {@code [filters]}, or null
 * @param y {@code [rows, filters, height, width]}
 * @param stride vertical and horizontal
 * @param dilation how far a window's pixels lie apart, vertically and horizontally
 * @param padding vertical and horizontal, on each side
 */
@SuppressWarnings("ArrayRecordComponent") // passed on to oneDNN, never compared
public record Convolution(
    Layout x,
    Layout weights,
    @Nullable Layout bias,
    Layout y,
    long[] stride,
    long[] dilation,
    long[] padding) {

  private static final int DIRECT = dnnl.dnnl_convolution_direct;

  /** Forward, with a function behind it or none. */
  public Spec forward(@Nullable Pointwise function) {
    primitive_attr attributes = function == null ? Spec.attributes() : function.behind();
    return Spec.of(
        "convolution",
        () -> new convolution_forward.primitive_desc(desc(), attributes, OneDnn.Processor.ENGINE));
  }

  private convolution_forward.desc desc() {
    int kind = dnnl.dnnl_forward_training;
    return bias == null
        ? new convolution_forward.desc(
            kind, DIRECT, x.desc(), weights.desc(), y.desc(), stride, gaps(), padding, padding)
        : new convolution_forward.desc(
            kind,
            DIRECT,
            x.desc(),
            weights.desc(),
            bias.desc(),
            y.desc(),
            stride,
            gaps(),
            padding,
            padding);
  }

  /** oneDNN counts the pixels left out between those of a window. */
  private long[] gaps() {
    return new long[] {dilation[0] - 1, dilation[1] - 1};
  }

  private convolution_forward.primitive_desc there() {
    return new convolution_forward.primitive_desc(
        desc(), Spec.attributes(), OneDnn.Processor.ENGINE);
  }

  /** The gradient by x. */
  public Spec backwardData() {
    return Spec.of(
        "convolution's gradient",
        () ->
            new convolution_backward_data.primitive_desc(
                new convolution_backward_data.desc(
                    DIRECT, x.desc(), weights.desc(), y.desc(), stride, gaps(), padding, padding),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }

  /** The gradients by the weights and the bias. */
  public Spec backwardWeights() {
    return Spec.of(
        "convolution's gradient",
        () ->
            new convolution_backward_weights.primitive_desc(
                bias == null
                    ? new convolution_backward_weights.desc(
                        DIRECT,
                        x.desc(),
                        weights.desc(),
                        y.desc(),
                        stride,
                        gaps(),
                        padding,
                        padding)
                    : new convolution_backward_weights.desc(
                        DIRECT,
                        x.desc(),
                        weights.desc(),
                        bias.desc(),
                        y.desc(),
                        stride,
                        gaps(),
                        padding,
                        padding),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }
}
