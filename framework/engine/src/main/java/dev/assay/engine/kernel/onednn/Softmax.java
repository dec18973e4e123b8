package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/** {@code exp(x)} over the sum of {@code exp(x)} along the last axis. */
public final class Softmax {

  private Softmax() {}

  /** {@code y} of {@code x}; may be computed in place. */
  public static Step forward(Arena arena, Memory x, Memory y) {
    return Spec.of("softmax", () -> there(x.layout()))
        .call(arena)
        .with(Argument.SOURCE, x)
        .with(Argument.DESTINATION, y)
        .bind();
  }

  /** The gradient by x, from the result and its gradient; may be computed in place. */
  public static Step backward(Arena arena, Memory y, Memory dy, Memory dx) {
    return Spec.of("softmax's gradient", () -> back(y.layout()))
        .call(arena)
        .with(Argument.DESTINATION, y)
        .with(Argument.DESTINATION_GRADIENT, dy)
        .with(Argument.SOURCE_GRADIENT, dx)
        .bind();
  }

  private static softmax_forward.primitive_desc there(Layout x) {
    return new softmax_forward.primitive_desc(
        new softmax_forward.desc(dnnl.dnnl_forward_training, x.desc(), axis(x)),
        Spec.attributes(),
        OneDnn.Processor.ENGINE);
  }

  private static softmax_backward.primitive_desc back(Layout x) {
    return new softmax_backward.primitive_desc(
        new softmax_backward.desc(x.desc(), x.desc(), axis(x)),
        Spec.attributes(),
        OneDnn.Processor.ENGINE,
        there(x));
  }

  private static int axis(Layout x) {
    return x.dims().length - 1;
  }
}
