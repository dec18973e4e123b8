package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * {@link BatchNorm} over the whole batch, in the layout that an image has. Each thread finds mean
 * and variance of its own rows; from these they make those of all rows together, so that the result
 * is the same, to rounding, however many threads there are. The running ones are given where
 * nothing is trained, or the layer is frozen.
 */
public final class BatchNormKernel {

  private static final String SLOW = "ref";

  private final BatchNorm layer;
  private final Binding at;
  private final boolean alone;
  private final boolean fixed;
  private final BatchMoments moments;
  private final Layout layout;
  private final Layout seen;
  private final GainsAndBiases gains;

  private BatchNormKernel(BatchNorm layer, Binding at) {
    this.layer = layer;
    this.at = at;
    this.alone = at.rows() == at.shard().batch();
    this.fixed = !at.training() || at.site().frozen();
    boolean image = at.shape().rank() == 3;
    int channels = at.shape().dim(image ? 0 : -1);
    this.moments = new BatchMoments(layer, at, channels, fixed);
    this.layout = image ? image() : at.plain(at.shape());
    this.seen = image ? layout : columns((long) at.rows() * at.shape().size() / channels, channels);
    this.gains = GainsAndBiases.of(at, layer.affine(), channels);
  }

  /** As it lies, unless oneDNN has nothing fast for that. */
  private Layout image() {
    Layout lies = at.layout(0);
    boolean fast =
        !norm(lies, true).forward().implementation().startsWith(SLOW)
            && !norm(lies, false).backward().implementation().startsWith(SLOW);
    return fast ? lies : at.plain(at.shape());
  }

  /** The rows of a matrix as pixels of one image whose channels are its columns. */
  private static Layout columns(long rows, long columns) {
    return Layout.strided(new long[] {1, columns, rows}, new long[] {rows * columns, 1, columns});
  }

  private dev.assay.engine.kernel.onednn.BatchNorm norm(Layout x, boolean given) {
    return new dev.assay.engine.kernel.onednn.BatchNorm(x, given, layer.epsilon());
  }

  /** Binds the layer. */
  public static Kernel bind(BatchNorm layer, Binding at) {
    return new BatchNormKernel(layer, at).bind();
  }

  private Kernel bind() {
    Port given = at.input(layout);
    Memory x = given.memory().as(seen);
    Memory y = at.produce(layout).as(seen);
    List<Step> there = new ArrayList<>(List.of(given.move(), gains.read()));
    if (!fixed) {
      there.add(forward(false, x, gains.values(), y));
      there.add(moments::join);
    }
    if (fixed || !alone) {
      there.add(forward(true, x, gains.values(), y));
    }
    return Kernel.of(there, at.training() ? backward(x) : List.of());
  }

  private List<Step> backward(Memory x) {
    Port dy = at.outputGradient(layout);
    Port wanted = at.inputGradient(layout);
    Port dx = wanted == null ? new Port(at.scratch(layout), Step.NONE) : wanted;
    Memory gradient = Objects.requireNonNull(gains.gradient());
    List<Step> back = new ArrayList<>();
    back.add(dy.move());
    back.add(
        call(norm(seen, fixed || !alone).backward(), x)
            .with(Argument.DESTINATION_GRADIENT, dy.memory().as(seen))
            .with(Argument.SCALE_SHIFT, gains.values())
            .with(Argument.SOURCE_GRADIENT, dx.memory().as(seen))
            .with(Argument.SCALE_SHIFT_GRADIENT, gradient)
            .bind());
    back.add(moments::clearGradients);
    if (!fixed && !alone) {
      back.addAll(rest(x, gradient, dx.memory().as(seen)));
    }
    back.add(gains.written());
    back.add(dx.move());
    return back;
  }

  /**
   * What mean and variance of all rows add to the gradient, {@code -gain scale (mean(dy) + n
   * mean(dy n))} with the normalised numbers n: a normalisation with other gains and biases.
   */
  private List<Step> rest(Memory x, Memory gradient, Memory dx) {
    Memory factors = at.arena().allocate(gains.values().layout());
    Memory more = at.scratch(layout).as(seen);
    return List.of(
        () -> moments.factors(gains.values(), gradient, factors),
        forward(true, x, factors, more),
        Binary.ADD.bind(at.arena(), dx, more, dx));
  }

  private Step forward(boolean given, Memory x, Memory gainsAndBiases, Memory y) {
    return call(norm(seen, given).forward(), x)
        .with(Argument.SCALE_SHIFT, gainsAndBiases)
        .with(Argument.DESTINATION, y)
        .bind();
  }

  private Spec.Call call(Spec spec, Memory x) {
    return spec.call(at.arena())
        .with(Argument.SOURCE, x)
        .with(Argument.MEAN, moments.mean())
        .with(Argument.VARIANCE, moments.variance());
  }
}
