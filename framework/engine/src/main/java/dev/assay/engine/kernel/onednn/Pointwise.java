package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** Functions of each number. */
public enum Pointwise {
  IDENTITY(dnnl.dnnl_eltwise_linear),
  RELU(dnnl.dnnl_eltwise_relu, dnnl.dnnl_eltwise_relu_use_dst_for_bwd),
  TANH(dnnl.dnnl_eltwise_tanh, dnnl.dnnl_eltwise_tanh_use_dst_for_bwd),
  EXP(dnnl.dnnl_eltwise_exp, dnnl.dnnl_eltwise_exp_use_dst_for_bwd),
  LOGISTIC(dnnl.dnnl_eltwise_logistic, dnnl.dnnl_eltwise_logistic_use_dst_for_bwd),
  /** {@code log(1 + exp(x))}. */
  SOFTPLUS(dnnl.dnnl_eltwise_soft_relu),
  GELU_ERF(dnnl.dnnl_eltwise_gelu_erf),
  GELU_TANH(dnnl.dnnl_eltwise_gelu_tanh);

  private final int forward;
  private final int backward;

  Pointwise(int forward, int backward) {
    this.forward = forward;
    this.backward = backward;
  }

  Pointwise(int algorithm) {
    this(algorithm, algorithm);
  }

  /** Whether its derivative is computed from its result, so that its input need not be kept. */
  public boolean forgetsItsInput() {
    return forward != backward;
  }

  /** {@code y = f(x)}; may be computed in place. */
  public Spec forward(Layout x) {
    return eltwise("function", forward, x, 0, 0);
  }

  /**
   * {@code dx = f'(x) dy}; may be computed in place. Takes {@code y} as destination where the
   * function forgets its input, else {@code x} as source.
   */
  public Spec backward(Layout x) {
    return Spec.of(
        "derivative",
        () ->
            new eltwise_backward.primitive_desc(
                new eltwise_backward.desc(backward, x.desc(), x.desc(), 0, 0),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there(forward, x, 0, 0)));
  }

  /** {@code y = a x + b}; may be computed in place. */
  public static Spec linear(Layout x, double a, double b) {
    return eltwise("linear function", dnnl.dnnl_eltwise_linear, x, (float) a, (float) b);
  }

  private static Spec eltwise(String what, int algorithm, Layout x, float a, float b) {
    return Spec.of(what, () -> there(algorithm, x, a, b));
  }

  private static eltwise_forward.primitive_desc there(int algorithm, Layout x, float a, float b) {
    return new eltwise_forward.primitive_desc(
        new eltwise_forward.desc(dnnl.dnnl_forward_training, algorithm, x.desc(), a, b),
        Spec.attributes(),
        OneDnn.Processor.ENGINE);
  }

  /** Attributes that make a primitive end with this function. */
  primitive_attr behind() {
    post_ops after = new post_ops();
    after.append_eltwise(1, forward, 0, 0);
    primitive_attr attributes = Spec.attributes();
    attributes.set_post_ops(after);
    return attributes;
  }
}
