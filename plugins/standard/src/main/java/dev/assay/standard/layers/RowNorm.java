package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.LayerNorm;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings each row of a matrix to mean 0 and variance 1, and scales it.
 *
 * @param there forward
 * @param back backward; null where nothing is trained
 * @param scale gains and biases, {@code [2, width]}
 * @param mean of each row, as the last forward pass has found it
 * @param variance of each row
 */
public record RowNorm(
    Arena arena, Spec there, @Nullable Spec back, Memory scale, Memory mean, Memory variance) {

  /** That of rows {@code [rows, width]}. */
  public static RowNorm of(Binding at, Layout rows, double epsilon, Memory scale) {
    LayerNorm norm = new LayerNorm(rows, epsilon);
    Spec back = at.training() ? norm.backward() : null;
    Layout each = Layout.plain(rows.dims()[0]);
    Arena arena = at.arena();
    return new RowNorm(
        arena, norm.forward(), back, scale, arena.allocate(each), arena.allocate(each));
  }

  /** The same for other rows, of which there are as many. */
  public RowNorm again() {
    Memory otherMean = arena.allocate(mean.layout());
    return new RowNorm(arena, there, back, scale, otherMean, arena.allocate(variance.layout()));
  }

  /** {@code y = gain (x - mean) / sqrt(variance + epsilon) + bias}. */
  public Step forward(Memory x, Memory y) {
    return moments(there)
        .with(Argument.SOURCE, x)
        .with(Argument.SCALE_SHIFT, scale)
        .with(Argument.DESTINATION, y)
        .bind();
  }

  /**
   * The gradients of the same.
   *
   * @param dx may be dy itself
   * @param dScale those by gains and biases, {@code [2, width]}
   */
  public Step backward(Memory x, Memory dy, Memory dx, Memory dScale) {
    return moments(Objects.requireNonNull(back))
        .with(Argument.SOURCE, x)
        .with(Argument.DESTINATION_GRADIENT, dy)
        .with(Argument.SCALE_SHIFT, scale)
        .with(Argument.SOURCE_GRADIENT, dx)
        .with(Argument.SCALE_SHIFT_GRADIENT, dScale)
        .bind();
  }

  private Spec.Call moments(Spec spec) {
    return spec.call(arena).with(Argument.MEAN, mean).with(Argument.VARIANCE, variance);
  }
}
