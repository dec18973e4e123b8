package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** A function of each number that oneDNN has. */
public final class Pointwise implements Elementwise {

  /** Itself. */
  public static final Pointwise IDENTITY = new Pointwise(dnnl.dnnl_eltwise_linear);

  /** {@code max(0, x)}. */
  public static final Pointwise RELU =
      new Pointwise(dnnl.dnnl_eltwise_relu, dnnl.dnnl_eltwise_relu_use_dst_for_bwd, 0, 0);

  /** The hyperbolic tangent. */
  public static final Pointwise TANH =
      new Pointwise(dnnl.dnnl_eltwise_tanh, dnnl.dnnl_eltwise_tanh_use_dst_for_bwd, 0, 0);

  /** {@code exp(x)}. */
  public static final Pointwise EXP =
      new Pointwise(dnnl.dnnl_eltwise_exp, dnnl.dnnl_eltwise_exp_use_dst_for_bwd, 0, 0);

  /** {@code 1 / (1 + exp(-x))}. */
  public static final Pointwise LOGISTIC =
      new Pointwise(dnnl.dnnl_eltwise_logistic, dnnl.dnnl_eltwise_logistic_use_dst_for_bwd, 0, 0);

  /** GELU by the error function. */
  public static final Pointwise GELU_ERF = new Pointwise(dnnl.dnnl_eltwise_gelu_erf);

  /** GELU by the hyperbolic tangent. */
  public static final Pointwise GELU_TANH = new Pointwise(dnnl.dnnl_eltwise_gelu_tanh);

  /** {@code log(1 + exp(x))}. */
  public static final Pointwise SOFTPLUS = new Pointwise(dnnl.dnnl_eltwise_soft_relu);

  /** {@code x / (1 + exp(-x))}. */
  public static final Pointwise SILU =
      new Pointwise(dnnl.dnnl_eltwise_swish, dnnl.dnnl_eltwise_swish, 1, 0);

  /** {@code x tanh(log(1 + exp(x)))}. */
  public static final Pointwise MISH = new Pointwise(dnnl.dnnl_eltwise_mish);

  /** {@code x} times {@code (x + 3) / 6} between 0 and 1. */
  public static final Pointwise HARD_SWISH = new Pointwise(dnnl.dnnl_eltwise_hardswish);

  private final int forward;
  private final int backward;
  private final float alpha;
  private final float beta;

  private Pointwise(int forward, int backward, double alpha, double beta) {
    this.forward = forward;
    this.backward = backward;
    this.alpha = (float) alpha;
    this.beta = (float) beta;
  }

  private Pointwise(int algorithm) {
    this(algorithm, algorithm, 0, 0);
  }

  /** {@code x}, and {@code slope x} where that is negative. */
  public static Pointwise leaky(double slope) {
    return new Pointwise(dnnl.dnnl_eltwise_relu, dnnl.dnnl_eltwise_relu_use_dst_for_bwd, slope, 0);
  }

  /** {@code x}, and {@code alpha (exp(x) - 1)} where that is negative. */
  public static Pointwise elu(double alpha) {
    return new Pointwise(dnnl.dnnl_eltwise_elu, dnnl.dnnl_eltwise_elu_use_dst_for_bwd, alpha, 0);
  }

  /** {@code factor x}, and {@code factor alpha (exp(x) - 1)} where x is negative. */
  public static Elementwise scaledElu(double factor, double alpha) {
    int algorithm = dnnl.dnnl_eltwise_elu;
    return new Stretched(new Pointwise(algorithm, algorithm, alpha, 0), factor, 0);
  }

  /** {@code x} between two numbers, and these beyond. */
  public static Pointwise clip(double from, double to) {
    return new Pointwise(dnnl.dnnl_eltwise_clip, dnnl.dnnl_eltwise_clip, from, to);
  }

  @Override
  public boolean forgetsItsInput() {
    return forward != backward;
  }

  @Override
  public Pointwise ending() {
    return this;
  }

  @Override
  public Step forward(Arena arena, Memory x, Memory y) {
    return forward(x.layout())
        .call(arena)
        .with(Argument.SOURCE, x)
        .with(Argument.DESTINATION, y)
        .bind();
  }

  @Override
  public Step backward(Arena arena, Memory known, Memory dy, Memory dx) {
    return backward(known.layout())
        .call(arena)
        .with(forgetsItsInput() ? Argument.DESTINATION : Argument.SOURCE, known)
        .with(Argument.DESTINATION_GRADIENT, dy)
        .with(Argument.SOURCE_GRADIENT, dx)
        .bind();
  }

  /** {@code y = f(x)}; may be computed in place. */
  public Spec forward(Layout x) {
    return eltwise("function", forward, x, alpha, beta);
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
                new eltwise_backward.desc(backward, x.desc(), x.desc(), alpha, beta),
                Spec.attributes(),
                OneDnn.Processor.ENGINE,
                there(forward, x, alpha, beta)));
  }

  /** {@code y = a x + b}; may be computed in place. */
  public static Step linear(Arena arena, double a, double b, Memory x, Memory y) {
    return new Pointwise(dnnl.dnnl_eltwise_linear, dnnl.dnnl_eltwise_linear, a, b)
        .forward(arena, x, y);
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
    after.append_eltwise(1, forward, alpha, beta);
    primitive_attr attributes = Spec.attributes();
    attributes.set_post_ops(after);
    return attributes;
  }
}
