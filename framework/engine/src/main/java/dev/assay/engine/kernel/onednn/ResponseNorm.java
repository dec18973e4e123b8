package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.lrn_backward;
import org.bytedeco.dnnl.lrn_forward;

/**
 * Divides each number by {@code (k + alpha sum of x^2)^beta}, the sum being over channels around
 * it.
 *
 * @param x {@code [rows, channels, height, width]}; what comes of it lies alike
 * @param size how many channels there are in the sum
 */
public record ResponseNorm(Layout x, int size, double alpha, double beta, double k) {

  private static final int ACROSS = dnnl.dnnl_lrn_across_channels;

  /** Forward. Where a gradient is wanted, what it divides by is written to the workspace. */
  public Spec forward(boolean training) {
    return Spec.of("local response normalisation", () -> chosen(training));
  }

  private lrn_forward.primitive_desc chosen(boolean training) {
    return new lrn_forward.primitive_desc(
        new lrn_forward.desc(
            training ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference,
            ACROSS,
            x.desc(),
            size,
            divided(),
            (float) beta,
            (float) k),
        Spec.attributes(),
        OneDnn.Processor.ENGINE);
  }

  /** oneDNN divides alpha by the size. */
  private float divided() {
    return (float) (alpha * size);
  }

  /** The gradient by x. */
  public Spec backward() {
    return Spec.of(
        "local response normalisation's gradient",
        () ->
            new lrn_backward.primitive_desc(
                new lrn_backward.desc(
                    ACROSS, x.desc(), x.desc(), size, divided(), (float) beta, (float) k),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                chosen(true)));
  }
}
