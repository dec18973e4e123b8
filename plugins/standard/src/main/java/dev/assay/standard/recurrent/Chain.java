package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.InnerProduct;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/**
 * The product that leads from one step to the next. A step has too few rows for its weights being
 * packed to pay each time, so they are packed once for all steps.
 */
record Chain(Binding at, Spec product) {

  /** From {@code [samples, in]} to {@code [samples, out]}. */
  static Chain of(Binding at, long in, long out) {
    Layout from = Layout.plain(at.rows(), in);
    Layout onto = Layout.plain(at.rows(), out);
    return new Chain(at, new InnerProduct(from, Layout.any(out, in), null, onto).onto());
  }

  /**
   * Weights as the product wants them.
   *
   * @param before where they are packed
   * @param weights {@code [out, in]}
   */
  Port packed(List<Step> before, Memory weights) {
    Port port = at.port(weights, product.layout(Argument.WEIGHTS));
    before.add(port.move());
    return port;
  }

  /** {@code onto = onto + from W'}. */
  Step add(Memory from, Port weights, Memory onto) {
    return product
        .call(at.arena())
        .with(Argument.SOURCE, from)
        .with(Argument.WEIGHTS, weights.memory())
        .with(Argument.DESTINATION, onto)
        .bind();
  }
}
