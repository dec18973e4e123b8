package dev.assay.standard.convolution;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import dev.assay.engine.kernel.onednn.Spec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Pooled} layers; images in the layout that they have, sequences as they lie. */
public final class PooledKernel {

  private final Binding at;
  private final Grid grid;
  private final Grid places;
  private final Windows windows;
  private final PoolingWindow.Kind kind;

  private PooledKernel(Pooled layer, Binding at) {
    this.at = at;
    this.grid = layer.grid(at.site());
    this.places = layer.places(grid);
    this.windows = layer.windows(grid);
    this.kind = layer.kind();
  }

  /** Binds the layer. */
  public static Kernel bind(Pooled layer, Binding at) {
    return new PooledKernel(layer, at).bind();
  }

  private Kernel bind() {
    boolean sequence = grid.isSequence();
    Port given = at.input(sequence ? at.plain(grid.shape()) : at.layout(0));
    Memory x = sequence ? given.memory().as(grid.layout(at.rows())) : given.memory();
    Layout wanted = places.layout(at.rows());
    Spec forward =
        window(x.layout(), sequence ? wanted : Layout.any(wanted.dims())).forward(at.training());
    Layout chosen = forward.layout(Argument.DESTINATION);
    Memory y = sequence ? at.produce(at.plain(at.shape())).as(chosen) : at.produce(chosen);
    boolean marks = kind == PoolingWindow.Kind.LARGEST && at.training();
    Memory marked = marks ? at.arena().allocate(forward.layout(Argument.WORKSPACE)) : null;
    Spec.Call there =
        with(forward.call(at.arena()), marked)
            .with(Argument.SOURCE, x)
            .with(Argument.DESTINATION, y);
    Port dx = at.inputGradient(sequence ? at.plain(grid.shape()) : x.layout());
    if (dx == null) {
      return Kernel.of(List.of(given.move(), there.bind()), List.of());
    }
    Port dy = at.outputGradient(sequence ? at.plain(at.shape()) : y.layout());
    Spec.Call back =
        with(window(x.layout(), y.layout()).backward().call(at.arena()), marked)
            .with(Argument.DESTINATION_GRADIENT, dy.memory().as(y.layout()))
            .with(Argument.SOURCE_GRADIENT, dx.memory().as(x.layout()));
    return Kernel.of(
        List.of(given.move(), there.bind()), List.of(dy.move(), back.bind(), dx.move()));
  }

  private PoolingWindow window(Layout x, Layout y) {
    return new PoolingWindow(
        kind,
        x,
        y,
        Convolving.array(windows.kernel()),
        Convolving.array(windows.stride()),
        Convolving.array(windows.padding()),
        Convolving.array(windows.behind()));
  }

  private static Spec.Call with(Spec.Call call, @Nullable Memory marked) {
    return marked == null ? call : call.with(Argument.WORKSPACE, marked);
  }
}
