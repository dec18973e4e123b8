package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Gemm;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.layers.GainsAndBiases;
import dev.assay.standard.layers.RowNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code norm(h R)}, where each sample's numbers are brought to mean 0 and variance 1 and
 * multiplied by a gain. What each step adds to the gain's gradient lies in a row of its own.
 */
final class NormedRecall implements Recall {

  private final Timeline time;
  private final Chain chain;
  private final Port there;
  private final @Nullable Port back;
  private final GainsAndBiases scale;
  private final List<RowNorm> norms = new ArrayList<>();
  private final Memory products;
  private final Memory gradient;
  private final Memory normed;
  private final Memory byStep;

  /**
   * That of a layer.
   *
   * @param gain DL4J's name of the gains
   */
  NormedRecall(
      Timeline time, Chain chain, Port there, @Nullable Port back, String gain, double epsilon) {
    Binding at = time.at();
    this.time = time;
    this.chain = chain;
    this.there = there;
    this.back = back;
    this.scale = GainsAndBiases.copied(at, gain, null, time.units());
    norms.add(RowNorm.of(at, time.one(), epsilon, scale.values()));
    while (norms.size() < time.steps()) {
      norms.add(norms.get(0).again());
    }
    this.products = at.kept(time.all());
    this.gradient = at.training() ? at.scratch(time.all()) : products;
    this.normed = at.scratch(time.one());
    Layout pairs = Layout.plain(time.steps(), 2 * time.units());
    this.byStep = at.training() ? at.arena().allocate(pairs) : products;
  }

  @Override
  public void forward(List<Step> to, int t, Memory before, Memory sum) {
    if (t == 0) {
      to.add(scale.read());
      to.add(products::clear);
    }
    Memory product = time.step(products, t);
    to.add(chain.add(before, there, product));
    to.add(norms.get(t).forward(product, normed));
    to.add(time.sum(sum, normed, sum));
  }

  @Override
  public void backward(List<Step> to, int t, Memory dSum, @Nullable Memory dBefore) {
    Memory by = time.step(gradient, t);
    Layout pair = scale.values().layout();
    Memory byScale = byStep.view(pair, t * 2L * time.units());
    to.add(norms.get(t).backward(time.step(products, t), dSum, by, byScale));
    if (dBefore != null && back != null) {
      to.add(chain.add(by, back, dBefore));
    }
    if (t == 0) { // the last one
      Memory ones = time.at().arena().allocate(Layout.plain(1, time.steps()));
      for (int step = 0; step < time.steps(); step++) {
        ones.numbers().put(step, 1);
      }
      Memory sums = Objects.requireNonNull(scale.gradient());
      to.add(new Gemm(1, 2 * time.units(), time.steps(), false, false, 0).bind(ones, byStep, sums));
      to.add(scale.written());
    }
  }

  @Override
  public Memory gradient() {
    return gradient;
  }
}
