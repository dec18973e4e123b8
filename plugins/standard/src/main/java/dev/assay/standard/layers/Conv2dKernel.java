package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Convolution;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Conv2d}, in the layouts that oneDNN finds fastest: images stay in them until a layer that
 * needs another. Weights are few, so they are copied each time.
 */
public final class Conv2dKernel {

  private final Conv2d layer;
  private final Binding at;
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();

  private Conv2dKernel(Conv2d layer, Binding at) {
    this.layer = layer;
    this.at = at;
  }

  /** Binds the layer. */
  public static Kernel bind(Conv2d layer, Binding at) {
    return new Conv2dKernel(layer, at).bind();
  }

  private Kernel bind() {
    Layout image = at.plain(at.site().input());
    Pointwise function = at.function(layer.activation());
    Pointwise fused =
        function == null || function.forgetsItsInput() || !at.training() ? function : null;
    // A first layer reads the image as it comes; reordering it would take longer than it saves.
    boolean first = at.inputs().get(0).tensor().values() != null;
    Spec chosen = product(first ? image : any(image), any(weights()), any(output())).forward(fused);
    Port x = at.input(chosen.layout(Argument.SOURCE));
    Memory y = at.produce(chosen.layout(Argument.DESTINATION));
    Ending ending = Ending.of(at, function, y);
    Port w = at.port(at.parameters().value("W", weights()), chosen.layout(Argument.WEIGHTS));
    forward.add(x.move());
    forward.add(w.move());
    Spec.Call call =
        chosen
            .call(at.arena())
            .with(Argument.SOURCE, x.memory())
            .with(Argument.WEIGHTS, w.memory())
            .with(Argument.DESTINATION, ending.before());
    if (layer.bias()) {
      call.with(Argument.BIAS, at.parameters().value("b", biases()));
    }
    forward.add(call.bind());
    forward.add(ending.forward());
    if (at.training()) {
      Port dy = at.outputGradient(y.layout());
      backward.add(dy.move());
      backward.add(ending.backward(dy.memory()));
      backwardWeights(first ? image : any(image), dy.memory());
      backwardData(image, dy.memory());
    }
    return Kernel.of(forward, backward);
  }

  private void backwardWeights(Layout image, Memory dy) {
    Spec chosen = product(image, any(weights()), any(output())).backwardWeights();
    Port x = at.input(chosen.layout(Argument.SOURCE));
    Port gradient = at.port(dy, chosen.layout(Argument.DESTINATION_GRADIENT));
    Port dw =
        at.outward(
            at.parameters().gradient("W", weights()), chosen.layout(Argument.WEIGHTS_GRADIENT));
    Spec.Call call =
        chosen
            .call(at.arena())
            .with(Argument.SOURCE, x.memory())
            .with(Argument.DESTINATION_GRADIENT, gradient.memory())
            .with(Argument.WEIGHTS_GRADIENT, dw.memory());
    if (layer.bias()) {
      call.with(Argument.BIAS_GRADIENT, at.parameters().gradient("b", biases()));
    }
    backward.add(x.move());
    backward.add(gradient.move());
    backward.add(call.bind());
    backward.add(dw.move());
  }

  private void backwardData(Layout image, Memory dy) {
    if (!at.trains(0)) {
      return;
    }
    Spec chosen = product(any(image), any(weights()), any(output())).backwardData();
    Port gradient = at.port(dy, chosen.layout(Argument.DESTINATION_GRADIENT));
    Port w = at.port(at.parameters().value("W", weights()), chosen.layout(Argument.WEIGHTS));
    Port dx = at.inputGradient(chosen.layout(Argument.SOURCE_GRADIENT));
    if (dx == null) {
      return;
    }
    backward.add(gradient.move());
    backward.add(w.move());
    backward.add(
        chosen
            .call(at.arena())
            .with(Argument.DESTINATION_GRADIENT, gradient.memory())
            .with(Argument.WEIGHTS, w.memory())
            .with(Argument.SOURCE_GRADIENT, dx.memory())
            .bind());
    backward.add(dx.move());
  }

  private Convolution product(Layout x, Layout w, Layout y) {
    Extent stride = Extent.of(layer.stride());
    Extent padding = Extent.of(layer.padding());
    return new Convolution(
        x,
        w,
        layer.bias() ? biases() : null,
        y,
        pair(stride),
        pair(Extent.of(layer.dilation())),
        pair(padding));
  }

  private static long[] pair(Extent extent) {
    return new long[] {extent.height(), extent.width()};
  }

  private static Layout any(Layout layout) {
    return Layout.any(layout.dims());
  }

  private Layout output() {
    return at.plain(at.shape());
  }

  private Layout weights() {
    Extent window = Extent.of(layer.kernel());
    return Layout.plain(layer.filters(), at.site().input().dim(0), window.height(), window.width());
  }

  private Layout biases() {
    return Layout.plain(layer.filters());
  }
}
