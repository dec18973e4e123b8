package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.InnerProduct;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = x W' + b} with a layer's own parameters.
 *
 * @param weight DL4J's name of W
 * @param bias DL4J's name of b, or null
 * @param weights how W lies, {@code [out, in]}
 * @param x {@code [rows, in]}
 */
public record Linear(
    Binding at,
    String weight,
    @Nullable String bias,
    Layout weights,
    Memory x,
    InnerProduct product) {

  /** The product of a layer; see the parameters of the record. */
  public static Linear of(
      Binding at, String weight, @Nullable String bias, Layout weights, Memory x) {
    long out = weights.dims()[0];
    Layout y = Layout.plain(x.layout().dims()[0], out);
    Layout b = bias == null ? null : Layout.plain(out);
    return new Linear(at, weight, bias, weights, x, new InnerProduct(x.layout(), weights, b, y));
  }

  /** {@code y = f(x W' + b)}, with a function or none. */
  public Step forward(Memory y, @Nullable Pointwise function) {
    Spec.Call call =
        product
            .forward(function)
            .call(at.arena())
            .with(Argument.SOURCE, x)
            .with(Argument.WEIGHTS, at.parameters().value(weight, weights))
            .with(Argument.DESTINATION, y);
    if (bias != null) {
      call.with(Argument.BIAS, at.parameters().value(bias, biases()));
    }
    return call.bind();
  }

  /** The gradients by W and b. */
  public Step backwardWeights(Memory dy) {
    Spec.Call call =
        product
            .backwardWeights()
            .call(at.arena())
            .with(Argument.SOURCE, x)
            .with(Argument.DESTINATION_GRADIENT, dy)
            .with(Argument.WEIGHTS_GRADIENT, at.parameters().gradient(weight, weights));
    if (bias != null) {
      call.with(Argument.BIAS_GRADIENT, at.parameters().gradient(bias, biases()));
    }
    return call.bind();
  }

  /** The gradient by x. */
  public Step backwardData(Memory dy, Memory dx) {
    return product
        .backwardData()
        .call(at.arena())
        .with(Argument.DESTINATION_GRADIENT, dy)
        .with(Argument.WEIGHTS, at.parameters().value(weight, weights))
        .with(Argument.SOURCE_GRADIENT, dx)
        .bind();
  }

  private Layout biases() {
    return Layout.plain(weights.dims()[0]);
  }
}
