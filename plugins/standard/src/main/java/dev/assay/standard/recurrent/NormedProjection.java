package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.layers.GainsAndBiases;
import dev.assay.standard.layers.Linear;
import dev.assay.standard.layers.RowNorm;
import java.util.List;
import java.util.Objects;

/**
 * {@code norm(x W) + b}, where a step's numbers are brought to mean 0 and variance 1 and multiplied
 * by a gain.
 *
 * @param products {@code x W} at all steps
 */
record NormedProjection(Linear product, Memory products, GainsAndBiases scale, RowNorm norm)
    implements Entry {

  /**
   * That of a gate.
   *
   * @param gain DL4J's name of the gains
   */
  static NormedProjection of(Timeline time, Memory x, String gate, String gain, double epsilon) {
    GainsAndBiases scale = GainsAndBiases.copied(time.at(), gain, "b" + gate, time.units());
    return new NormedProjection(
        time.product("W" + gate, null, x),
        time.at().kept(time.all()),
        scale,
        RowNorm.of(time.at(), time.all(), epsilon, scale.values()));
  }

  @Override
  public void forward(List<Step> to, Memory gate) {
    to.add(scale.read());
    to.add(product.forward(products, null));
    to.add(norm.forward(products, gate));
  }

  @Override
  public void backward(List<Step> to, Memory gradient) {
    Memory byScale = Objects.requireNonNull(scale.gradient());
    to.add(norm.backward(products, gradient, gradient, byScale));
    to.add(scale.written());
    to.add(product.backwardWeights(gradient));
  }
}
