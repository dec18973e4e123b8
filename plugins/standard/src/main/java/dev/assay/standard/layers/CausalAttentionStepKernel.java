package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Matmul;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Softmax;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.kernel.onednn.UnsupportedException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link CausalAttention}, step by step: the keys and values of the steps before are kept, {@code
 * [limit, samples, heads size]}, so that those of a new step are written behind them.
 */
public final class CausalAttentionStepKernel {

  private final Binding at;
  private final Reading reading;
  private final long samples;
  private final long heads;
  private final long size;
  private final long features;
  private final double scale;
  private final boolean bias;
  private final List<Step> steps = new ArrayList<>();

  private CausalAttentionStepKernel(MultiHeadAttention layer, Binding at, Reading reading) {
    if (!layer.causal() || at.inputs().size() > 1) {
      throw new UnsupportedException("attention to more than what has been read");
    }
    this.at = at;
    this.reading = reading;
    this.samples = at.rows();
    this.features = at.shape().dim(1);
    this.heads = layer.heads();
    this.size = layer.sizeOfHeads(at.site());
    this.scale = layer.scale(at.site());
    this.bias = layer.bias();
  }

  /** Binds the layer. */
  public static Kernel bind(CausalAttention layer, Binding at, Reading reading) {
    return bind(layer.general(), at, reading);
  }

  /** Binds the layer, if it is causal and attends to itself. */
  public static Kernel bind(MultiHeadAttention layer, Binding at, Reading reading) {
    return new CausalAttentionStepKernel(layer, at, reading).bind();
  }

  private Kernel bind() {
    Port x = at.input(Layout.plain(samples, features));
    steps.add(x.move());
    Memory q = projected("Q", x.memory());
    Memory k = kept(projected("K", x.memory()));
    Memory v = kept(projected("V", x.memory()));
    Memory a = at.scratch(Layout.plain(samples, heads, 1, reading.limit()));
    Layout row = Layout.strided(new long[] {samples, heads, 1, size}, strides(inner(), 1));
    steps.add(Matmul.bind(at.arena(), q.as(row), k.as(columns()), a, scale));
    hideTheFuture(a);
    steps.add(Softmax.forward(at.arena(), a, a));
    Memory joined = at.scratch(Layout.plain(samples, inner()));
    steps.add(Matmul.bind(at.arena(), a, v.as(rows()), joined.as(row), 1));
    Memory y = at.produce(Layout.plain(samples, features));
    steps.add(linear("O", joined, features).forward(y, null));
    return Kernel.of(steps, List.of());
  }

  private long inner() {
    return heads * size;
  }

  private Memory projected(String name, Memory x) {
    Memory y = at.scratch(Layout.plain(samples, inner()));
    steps.add(linear(name, x, inner()).forward(y, null));
    return y;
  }

  /** Weights lie as {@code [in, out]}, the last axis fastest. */
  private Linear linear(String name, Memory x, long out) {
    long in = x.layout().dims()[1];
    Layout weights = Layout.strided(new long[] {out, in}, new long[] {1, out});
    return Linear.of(at, "W" + name, bias ? "b" + name : null, weights, x);
  }

  /** What this step adds to what is kept. */
  private Memory kept(Memory one) {
    Memory all = at.arena().allocate(Layout.plain(reading.limit(), samples, inner()));
    int length = one.length();
    steps.add(() -> all.numbers().put(reading.position() * length, one.numbers(), 0, length));
    return all;
  }

  private long[] strides(long step, long number) {
    return new long[] {inner(), size, step, number};
  }

  /** {@code [samples, heads, limit, size]}. */
  private Layout rows() {
    return Layout.strided(
        new long[] {samples, heads, reading.limit(), size}, strides(samples * inner(), 1));
  }

  /** {@code [samples, heads, size, limit]}. */
  private Layout columns() {
    return Layout.strided(
        new long[] {samples, heads, size, reading.limit()}, strides(1, samples * inner()));
  }

  /** Adds to the scores of steps that have not been read yet what makes their weights zero. */
  private void hideTheFuture(Memory scores) {
    Memory mask = at.arena().allocate(Layout.plain(1, 1, 1, reading.limit()));
    steps.add(
        () -> {
          for (int step = 0; step < reading.limit(); step++) {
            mask.numbers().put(step, step <= reading.position() ? 0 : AttentionHeads.NEVER);
          }
        });
    steps.add(Binary.ADD.bind(at.arena(), scores, mask, scores));
  }
}
