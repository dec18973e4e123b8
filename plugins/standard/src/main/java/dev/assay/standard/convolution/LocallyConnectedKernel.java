package dev.assay.standard.convolution;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Matmul;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.layers.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link LocallyConnected} layers: the windows are copied side by side, and each place has a
 * product of matrices {@code [rows, window] [window, filters]}.
 */
public final class LocallyConnectedKernel {

  private final LocallyConnected layer;
  private final Binding at;
  private final Grid output;
  private final Patches patches;
  private final long rows;
  private final long places;
  private final long window;
  private final long filters;
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();

  private LocallyConnectedKernel(LocallyConnected layer, Binding at) {
    this.layer = layer;
    this.at = at;
    this.output = layer.output(at.site());
    Grid input = Grid.of(at.site(), layer.axes());
    this.patches = new Patches(at.rows(), layer.windows(at.site()), input, output);
    this.rows = at.rows();
    this.places = output.points();
    this.window = patches.window();
    this.filters = layer.filters();
  }

  /** Binds the layer. */
  public static Kernel bind(LocallyConnected layer, Binding at) {
    return new LocallyConnectedKernel(layer, at).bind();
  }

  private Kernel bind() {
    Elementwise function = at.function(layer.activation());
    Port x = at.input(at.plain(at.site().input()));
    Memory y = at.produce(at.plain(at.shape()));
    Ending ending = Ending.of(at, function, y);
    Memory seen = at.kept(Layout.plain(places, rows, window));
    Memory sums = at.scratch(Layout.plain(places, rows, filters));
    forward.add(x.move());
    forward.add(() -> patches.gather(x.memory(), seen));
    product(forward, seen, weights(), sums);
    if (layer.bias()) {
      Memory bias = at.parameters().value(Convolving.BIAS, Layout.plain(places, 1, filters));
      forward.add(Binary.ADD.bind(at.arena(), sums, bias, sums));
    }
    forward.add(Reorder.move(at.arena(), sums, byPlace(ending.before())));
    if (function != null) {
      forward.add(function.forward(at.arena(), ending.before(), ending.after()));
    }
    if (at.training()) {
      Port dy = at.outputGradient(y.layout());
      backward.add(dy.move());
      backward.add(ending.backward(dy.memory()));
      backward(seen, sums, dy.memory());
    }
    return Kernel.of(forward, backward);
  }

  private void backward(Memory seen, Memory sums, Memory dy) {
    backward.add(Reorder.move(at.arena(), byPlace(dy), sums));
    Memory turned = sums.as(turned(rows, filters));
    Memory dw = at.parameters().gradient(Convolving.WEIGHT, Layout.plain(places, filters, window));
    product(backward, turned, seen, dw);
    if (layer.bias()) {
      Memory ones = at.arena().allocate(Layout.plain(places, 1, rows));
      for (int i = 0; i < ones.length(); i++) {
        ones.numbers().put(i, 1);
      }
      product(
          backward,
          ones,
          sums,
          at.parameters().gradient(Convolving.BIAS, Layout.plain(places, 1, filters)));
    }
    Port dx = at.inputGradient(at.plain(at.site().input()));
    if (dx != null) {
      Memory dSeen = at.scratch(seen.layout());
      Memory w = at.parameters().value(Convolving.WEIGHT, Layout.plain(places, filters, window));
      product(backward, sums, w, dSeen);
      backward.add(() -> patches.scatter(dSeen, dx.memory()));
      backward.add(dx.move());
    }
  }

  private void product(List<Step> steps, Memory a, Memory b, Memory c) {
    steps.add(Matmul.bind(at.arena(), a, b, c, 1));
  }

  /** {@code [places, window, filters]} of weights that lie the other way round. */
  private Memory weights() {
    return at.parameters().value(Convolving.WEIGHT, turned(filters, window));
  }

  /** Matrices {@code [places, m, n]}, transposed. */
  private Layout turned(long m, long n) {
    return Layout.strided(new long[] {places, n, m}, new long[] {m * n, 1, n});
  }

  /** The output as {@code [places, rows, filters]}. */
  private Memory byPlace(Memory y) {
    long[] dims = {places, rows, filters};
    long sample = places * filters;
    return y.as(
        output.isSequence()
            ? Layout.strided(dims, new long[] {filters, sample, 1})
            : Layout.strided(dims, new long[] {1, sample, places}));
  }
}
