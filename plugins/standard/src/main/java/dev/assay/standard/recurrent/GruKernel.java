package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.InnerProduct;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of {@link Gru}, whose letters these are; {@code m = h R_n + c_n}, {@code d = h - n}. */
public final class GruKernel implements Recurrence.Cell {

  private static final int N = 2;

  private final Timeline time;
  private final Curve r;
  private final Curve z;
  private final Curve n;
  private final Memory dr;
  private final Memory dz;
  private final Memory dn;
  private final Memory m;
  private final Memory dm;
  private final Memory d;
  private final Memory part;
  private final List<Port> there = new ArrayList<>();
  private final List<Port> back = new ArrayList<>();
  private final Memory cn;
  private final Chain chain;
  private final Spec inner;

  private GruKernel(
      Gru layer,
      Timeline time,
      List<Memory> gates,
      List<Memory> gradients,
      List<Step> before,
      List<Step> beforeBack) {
    this.time = time;
    Binding at = time.at();
    Elementwise gate = at.function(layer.gateActivation());
    this.r = Curve.inPlace(time, gate, gates.get(0));
    this.z = Curve.inPlace(time, gate, gates.get(1));
    this.n = Curve.inPlace(time, at.function(layer.activation()), gates.get(N));
    this.dr = gradients.get(0);
    this.dz = gradients.get(1);
    this.dn = gradients.get(N);
    this.m = at.kept(time.all());
    this.d = at.kept(time.all());
    this.dm = at.training() ? at.scratch(time.all()) : m;
    this.part = at.scratch(time.one());
    Layout bias = Layout.plain(time.units());
    this.cn = at.parameters().value("cn", bias);
    this.chain = Chain.of(at, time.units(), time.units());
    this.inner =
        new InnerProduct(time.one(), Layout.any(time.units(), time.units()), bias, time.one())
            .forward(null);
    for (String name : Gru.GATES) {
      there.add(
          name.equals("n") ? packedInner(before) : chain.packed(before, time.outward("R" + name)));
      if (at.training()) {
        back.add(chain.packed(beforeBack, time.inward("R" + name)));
      }
    }
  }

  /** Binds the layer. */
  public static Kernel bind(Gru layer, Binding at) {
    return Recurrence.bind(at, Gru.GATES, Projection::of, maker(layer));
  }

  /** Binds the layer for one step after the other. */
  public static Kernel step(Gru layer, Binding at, Reading reading) {
    return Recurrence.step(at, reading, Gru.GATES, Projection::of, maker(layer));
  }

  private static Recurrence.Maker maker(Gru layer) {
    return (time, gates, gradients, before, beforeBack) ->
        new GruKernel(layer, time, gates, gradients, before, beforeBack);
  }

  private Port packedInner(List<Step> before) {
    Port port = time.at().port(time.outward("Rn"), inner.layout(Argument.WEIGHTS));
    before.add(port.move());
    return port;
  }

  @Override
  public void forward(List<Step> to, int t, Memory before, Memory after) {
    to.add(chain.add(before, there.get(0), time.step(r.given(), t)));
    to.add(chain.add(before, there.get(1), time.step(z.given(), t)));
    to.add(
        inner
            .call(time.at().arena())
            .with(Argument.SOURCE, before)
            .with(Argument.WEIGHTS, there.get(N).memory())
            .with(Argument.BIAS, cn)
            .with(Argument.DESTINATION, time.step(m, t))
            .bind());
    to.add(r.forward(t));
    to.add(z.forward(t));
    to.add(time.addProduct(r.at(t), time.step(m, t), time.step(n.given(), t)));
    to.add(n.forward(t));
    to.add(time.difference(before, n.at(t), time.step(d, t)));
    to.add(time.product(z.at(t), time.step(d, t), after));
    to.add(time.sum(after, n.at(t), after));
  }

  @Override
  public void backward(
      List<Step> to, int t, Memory before, Memory after, Memory dAfter, @Nullable Memory dBefore) {
    to.add(time.product(dAfter, time.step(d, t), time.step(dz, t)));
    to.add(z.backward(t, time.step(dz, t)));
    to.add(time.product(dAfter, z.at(t), part));
    to.add(time.difference(dAfter, part, time.step(dn, t)));
    to.add(n.backward(t, time.step(dn, t)));
    to.add(time.product(time.step(dn, t), r.at(t), time.step(dm, t)));
    to.add(time.product(time.step(dn, t), time.step(m, t), time.step(dr, t)));
    to.add(r.backward(t, time.step(dr, t)));
    if (dBefore != null) {
      to.add(time.sum(dBefore, part, dBefore));
      to.add(chain.add(time.step(dr, t), back.get(0), dBefore));
      to.add(chain.add(time.step(dz, t), back.get(1), dBefore));
      to.add(chain.add(time.step(dm, t), back.get(N), dBefore));
    }
  }

  @Override
  public Memory recurrent(String gate) {
    return switch (gate) {
      case "r" -> dr;
      case "z" -> dz;
      default -> dm;
    };
  }

  @Override
  public @Nullable String bias(String gate) {
    return gate.equals("n") ? "cn" : null;
  }
}
