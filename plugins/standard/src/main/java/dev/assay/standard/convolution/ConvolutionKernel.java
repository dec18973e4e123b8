package dev.assay.standard.convolution;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Convolution;
import dev.assay.engine.kernel.onednn.Deconvolution;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.kernel.onednn.WindowProduct;
import dev.assay.standard.layers.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@link Convolving} layers, in the layouts that oneDNN finds fastest: images stay in them until a
 * layer that needs another. A sequence stays as it lies. Weights are few, so they are copied each
 * time.
 */
public final class ConvolutionKernel {

  private final Convolving layer;
  private final Binding at;
  private final Grid input;
  private final Grid output;
  private final Windows windows;
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();

  private ConvolutionKernel(Convolving layer, Binding at) {
    this.layer = layer;
    this.at = at;
    this.input = Grid.of(at.site(), layer.axes());
    this.output = layer.output(at.site());
    this.windows = layer.windows(at.site());
  }

  /** Binds the layer. */
  public static Kernel bind(Convolving layer, Binding at) {
    return new ConvolutionKernel(layer, at).bind();
  }

  private Kernel bind() {
    Elementwise function = at.function(layer.activation());
    // A first layer reads the image as it comes; reordering it would take longer than it saves.
    boolean first = at.inputs().get(0).tensor().values() != null;
    Layout image = first ? input.layout(at.rows()) : any(input);
    Spec chosen = product(image).forward(Ending.fused(at, function));
    Port x = input(chosen.layout(Argument.SOURCE));
    Memory y = produce(chosen.layout(Argument.DESTINATION));
    Ending ending = Ending.of(at, function, y);
    Port w = at.port(weightsOf(at.parameters()::value), chosen.layout(Argument.WEIGHTS));
    forward.add(x.move());
    forward.add(w.move());
    Spec.Call call =
        chosen
            .call(at.arena())
            .with(Argument.SOURCE, x.memory())
            .with(Argument.WEIGHTS, w.memory())
            .with(Argument.DESTINATION, ending.before());
    if (layer.bias()) {
      call.with(Argument.BIAS, at.parameters().value(Convolving.BIAS, biases()));
    }
    forward.add(call.bind());
    forward.add(ending.forward());
    if (at.training()) {
      Port dy = outputGradient(y);
      backward.add(dy.move());
      backward.add(ending.backward(dy.memory()));
      backwardWeights(image, x.memory(), dy.memory());
      backwardData(dy.memory());
    }
    return Kernel.of(forward, backward);
  }

  private void backwardWeights(Layout image, Memory seen, Memory dy) {
    Spec chosen = product(image).backwardWeights();
    Port x = again(seen, chosen.layout(Argument.SOURCE));
    Port gradient = at.port(dy, chosen.layout(Argument.DESTINATION_GRADIENT));
    Port dw =
        at.outward(weightsOf(at.parameters()::gradient), chosen.layout(Argument.WEIGHTS_GRADIENT));
    Spec.Call call =
        chosen
            .call(at.arena())
            .with(Argument.SOURCE, x.memory())
            .with(Argument.DESTINATION_GRADIENT, gradient.memory())
            .with(Argument.WEIGHTS_GRADIENT, dw.memory());
    if (layer.bias()) {
      call.with(Argument.BIAS_GRADIENT, at.parameters().gradient(Convolving.BIAS, biases()));
    }
    backward.add(x.move());
    backward.add(gradient.move());
    backward.add(call.bind());
    backward.add(dw.move());
  }

  private void backwardData(Memory dy) {
    if (!at.trains(0)) {
      return;
    }
    Spec chosen = product(any(input)).backwardData();
    Port gradient = at.port(dy, chosen.layout(Argument.DESTINATION_GRADIENT));
    Port w = at.port(weightsOf(at.parameters()::value), chosen.layout(Argument.WEIGHTS));
    Port dx = inputGradient(chosen.layout(Argument.SOURCE_GRADIENT));
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

  private WindowProduct product(Layout x) {
    Layout weights = Layout.any(weights().dims());
    Layout bias = layer.bias() ? biases() : null;
    long[] stride = Convolving.array(windows.stride());
    long[] dilation = Convolving.array(windows.dilation());
    long[] padding = Convolving.array(windows.padding());
    long[] behind = Convolving.array(windows.behind());
    return layer.transposed()
        ? new Deconvolution(x, weights, bias, any(output), stride, dilation, padding, behind)
        : new Convolution(x, weights, bias, any(output), stride, dilation, padding, behind);
  }

  /** As oneDNN likes it; a sequence, whose other neighbours are no images, as it lies. */
  private Layout any(Grid grid) {
    Layout plain = grid.layout(at.rows());
    return grid.isSequence() ? plain : Layout.any(plain.dims());
  }

  /** oneDNN sees the features of a sequence before its steps, where others see them behind. */
  private Port input(Layout chosen) {
    return input.isSequence() ? seen(at.input(at.plain(input.shape())), chosen) : at.input(chosen);
  }

  /** The input as the forward pass saw it, if that will do: else an image would be copied twice. */
  private Port again(Memory seen, Layout chosen) {
    return seen.layout().matches(chosen) ? new Port(seen, Step.NONE) : input(chosen);
  }

  private Memory produce(Layout chosen) {
    return output.isSequence()
        ? at.produce(at.plain(output.shape())).as(chosen)
        : at.produce(chosen);
  }

  private Port outputGradient(Memory y) {
    return output.isSequence()
        ? seen(at.outputGradient(at.plain(output.shape())), y.layout())
        : at.outputGradient(y.layout());
  }

  private @Nullable Port inputGradient(Layout chosen) {
    if (!input.isSequence()) {
      return at.inputGradient(chosen);
    }
    Port plain = at.inputGradient(at.plain(input.shape()));
    return plain == null ? null : seen(plain, chosen);
  }

  private static Port seen(Port plain, Layout layout) {
    return new Port(plain.memory().as(layout), plain.move());
  }

  /** The weights, or their gradient, as oneDNN sees them. */
  private Memory weightsOf(BiFunction<String, Layout, Memory> parameters) {
    return parameters.apply(Convolving.WEIGHT, weights());
  }

  /**
   * {@code [filters, channels, window]}, with an axis for the groups before it where there are
   * some. Weights of transposed layers lie with channels before filters.
   */
  private Layout weights() {
    long groups = windows.groups();
    long filters = windows.filters() / groups;
    long channels = input.channels() / groups;
    long points = windows.points();
    boolean turned = layer.transposed();
    List<Long> dims = new ArrayList<>(List.of(filters, channels));
    List<Long> strides =
        new ArrayList<>(
            turned ? List.of(points, filters * points) : List.of(channels * points, points));
    if (groups > 1) {
      dims.add(0, groups);
      strides.add(0, filters * channels * points);
    }
    long stride = points;
    for (int k : windows.kernel()) {
      stride /= k;
      dims.add((long) k);
      strides.add(stride);
    }
    return Layout.strided(array(dims), array(strides));
  }

  private static long[] array(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private Layout biases() {
    return Layout.plain(windows.filters());
  }
}
