package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.deconvolution_backward_data;
import org.bytedeco.dnnl.deconvolution_backward_weights;
import org.bytedeco.dnnl.deconvolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a {@link Convolution} by its x, as a function of its own: each number of x adds
 * its filter, weighted, to y. Stride, dilation and padding are the convolution's, from y to x.
 *
 * @param x {@code [rows, channels, ...]}
 * @param weights {@code [filters, channels, ...]}; or {@code [groups, filters / groups, channels /
 *     groups, ...]}
 * @param bias {@code [filters]}, or null
 * @param y {@code [rows, filters, ...]}
 * @param dilation how far a window's points lie apart
 * @param padding before each axis
 * @param behind padding behind it
 */
@SuppressWarnings("ArrayRecordComponent") // passed on to oneDNN, never compared
public record Deconvolution(
    Layout x,
    Layout weights,
    @Nullable Layout bias,
    Layout y,
    long[] stride,
    long[] dilation,
    long[] padding,
    long[] behind)
    implements WindowProduct {

  private static final int DIRECT = dnnl.dnnl_deconvolution_direct;

  @Override
  public Spec forward(@Nullable Pointwise function) {
    primitive_attr attributes = function == null ? Spec.attributes() : function.behind();
    return Spec.of(
        "transposed convolution",
        () ->
            new deconvolution_forward.primitive_desc(desc(), attributes, OneDnn.Processor.ENGINE));
  }

  private deconvolution_forward.desc desc() {
    int kind = dnnl.dnnl_forward_training;
    return bias == null
        ? new deconvolution_forward.desc(
            kind, DIRECT, x.desc(), weights.desc(), y.desc(), stride, gaps(), padding, behind)
        : new deconvolution_forward.desc(
            kind,
            DIRECT,
            x.desc(),
            weights.desc(),
            bias.desc(),
            y.desc(),
            stride,
            gaps(),
            padding,
            behind);
  }

  private long[] gaps() {
    return Convolution.gaps(dilation);
  }

  private deconvolution_forward.primitive_desc there() {
    return new deconvolution_forward.primitive_desc(
        desc(), Spec.attributes(), OneDnn.Processor.ENGINE);
  }

  @Override
  public Spec backwardData() {
    return Spec.of(
        "transposed convolution's gradient",
        () ->
            new deconvolution_backward_data.primitive_desc(
                new deconvolution_backward_data.desc(
                    DIRECT, x.desc(), weights.desc(), y.desc(), stride, gaps(), padding, behind),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }

  @Override
  public Spec backwardWeights() {
    return Spec.of(
        "transposed convolution's gradient",
        () ->
            new deconvolution_backward_weights.primitive_desc(
                bias == null
                    ? new deconvolution_backward_weights.desc(
                        DIRECT, x.desc(), weights.desc(), y.desc(), stride, gaps(), padding, behind)
                    : new deconvolution_backward_weights.desc(
                        DIRECT,
                        x.desc(),
                        weights.desc(),
                        bias.desc(),
                        y.desc(),
                        stride,
                        gaps(),
                        padding,
                        behind),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }
}
