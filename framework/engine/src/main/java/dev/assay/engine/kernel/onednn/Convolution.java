package dev.assay.engine.kernel.onednn;

import java.util.Arrays;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * A cross-correlation of grids of one, two or three axes with filters. Stride, dilation and padding
 * have a number for each axis.
 *
 * @param x {@code [rows, channels, ...]}
 * @param weights {@code [filters, channels, ...]}; or {@code [groups, filters / groups, channels /
 *     groups, ...]} where a filter sees only its group's channels
 * @param bias {@code [filters]}, or null
 * @param y {@code [rows, filters, ...]}
 * @param dilation how far a window's points lie apart
 * @param padding before each axis
 * @param behind padding behind it
 */
@SuppressWarnings("ArrayRecordComponent") // passed on to oneDNN, never compared
public record Convolution(
    Layout x,
    Layout weights,
    @Nullable Layout bias,
    Layout y,
    long[] stride,
    long[] dilation,
    long[] padding,
    long[] behind)
    implements WindowProduct {

  private static final int DIRECT = dnnl.dnnl_convolution_direct;

  @Override
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
            kind, DIRECT, x.desc(), weights.desc(), y.desc(), stride, gaps(), padding, behind)
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
            behind);
  }

  private long[] gaps() {
    return gaps(dilation);
  }

  /** oneDNN counts the points left out between those of a window. */
  static long[] gaps(long... dilation) {
    return Arrays.stream(dilation).map(distance -> distance - 1).toArray();
  }

  private convolution_forward.primitive_desc there() {
    return new convolution_forward.primitive_desc(
        desc(), Spec.attributes(), OneDnn.Processor.ENGINE);
  }

  @Override
  public Spec backwardData() {
    return Spec.of(
        "convolution's gradient",
        () ->
            new convolution_backward_data.primitive_desc(
                new convolution_backward_data.desc(
                    DIRECT, x.desc(), weights.desc(), y.desc(), stride, gaps(), padding, behind),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there()));
  }

  @Override
  public Spec backwardWeights() {
    return Spec.of(
        "convolution's gradient",
        () ->
            new convolution_backward_weights.primitive_desc(
                bias == null
                    ? new convolution_backward_weights.desc(
                        DIRECT, x.desc(), weights.desc(), y.desc(), stride, gaps(), padding, behind)
                    : new convolution_backward_weights.desc(
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
