package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.layers.Linear;
import java.util.List;

/** {@code x W + b}. */
record Projection(Linear product) implements Entry {

  static Projection of(Timeline time, Memory x, String gate) {
    return new Projection(time.product("W" + gate, "b" + gate, x));
  }

  @Override
  public void forward(List<Step> to, Memory gate) {
    to.add(product.forward(gate, null));
  }

  @Override
  public void backward(List<Step> to, Memory gradient) {
    to.add(product.backwardWeights(gradient));
  }
}
