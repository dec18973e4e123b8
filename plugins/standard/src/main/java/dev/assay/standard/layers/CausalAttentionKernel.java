package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Gemm;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Matmul;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Softmax;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link CausalAttention} as products of matrices. Letters and axes are those of {@link
 * CausalAttentionOperation}; heads lie side by side in the columns of Q, K and V, so that a head is
 * a view and nothing is moved.
 */
public final class CausalAttentionKernel {

  private static final float NEVER = -1e30f;

  private final Binding at;
  private final long samples;
  private final long steps;
  private final long heads;
  private final long size;
  private final long features;
  private final double scale;
  private final boolean bias;
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();

  private CausalAttentionKernel(CausalAttention layer, Binding at) {
    this.at = at;
    this.samples = at.rows();
    this.steps = at.shape().dim(0);
    this.features = at.shape().dim(1);
    this.heads = layer.heads();
    this.size = layer.headSize() == null ? features / heads : layer.headSize();
    this.scale = layer.scaled() ? 1 / Math.sqrt((double) size) : 1;
    this.bias = layer.bias();
  }

  /** Binds the layer. */
  public static Kernel bind(CausalAttention layer, Binding at) {
    return new CausalAttentionKernel(layer, at).bind();
  }

  private Kernel bind() {
    Port x = at.input(Layout.plain(samples * steps, features));
    forward.add(x.move());
    Projection q = projection("Q", x.memory());
    Projection k = projection("K", x.memory());
    Projection v = projection("V", x.memory());
    Memory a = at.kept(Layout.plain(samples, heads, steps, steps));
    product(forward, q.y.as(rows()), k.y.as(columns()), a, scale);
    forward.add(mask(a));
    forward.add(softmax(a));
    Memory joined = at.kept(inner());
    product(forward, a, v.y.as(rows()), joined.as(rows()), 1);
    Linear o = linear("O", joined, features, heads * size);
    Memory y = at.produce(Layout.plain(samples * steps, features));
    forward.add(o.forward(y, null));
    if (at.training()) {
      Port dy = at.outputGradient(y.layout());
      backward.add(dy.move());
      backward.add(o.backwardWeights(dy.memory()));
      Memory dHeads = at.scratch(inner());
      backward.add(o.backwardData(dy.memory(), dHeads));
      backward(dHeads, a, q, k, v);
    }
    return Kernel.of(forward, backward);
  }

  private void backward(Memory dHeads, Memory a, Projection q, Projection k, Projection v) {
    Memory dA = at.scratch(a.layout());
    product(backward, dHeads.as(rows()), v.y.as(columns()), dA, 1);
    product(backward, turned(a), dHeads.as(rows()), v.dy.as(rows()), 1);
    backward.add(softmaxBackward(a, dA));
    product(backward, dA, k.y.as(rows()), q.dy.as(rows()), scale);
    product(backward, turned(dA), q.y.as(rows()), k.dy.as(rows()), scale);
    for (Projection p : List.of(q, k, v)) {
      backward.add(p.linear.backwardWeights(p.dy));
    }
    Port dx = at.inputGradient(Layout.plain(samples * steps, features));
    if (dx != null) {
      inputGradient(q, 0, dx.memory());
      inputGradient(k, 1, dx.memory());
      inputGradient(v, 1, dx.memory());
      backward.add(dx.move());
    }
  }

  /** {@code dx = dy W'}, added to what is there where {@code beta} is 1. */
  private void inputGradient(Projection p, float beta, Memory dx) {
    Memory w = at.parameters().value(p.linear.weight(), Layout.plain(features, heads * size));
    backward.add(
        new Gemm(samples * steps, features, heads * size, false, true, beta).bind(p.dy, w, dx));
  }

  /** One of Q, K and V. */
  private record Projection(Linear linear, Memory y, Memory dy) {}

  private Projection projection(String name, Memory x) {
    Linear linear = linear(name, x, heads * size, features);
    Memory y = at.kept(inner());
    forward.add(linear.forward(y, null));
    return new Projection(linear, y, at.training() ? at.scratch(inner()) : y);
  }

  /** Weights lie as {@code [in, out]}, the last axis fastest. */
  private Linear linear(String name, Memory x, long out, long in) {
    Layout weights = Layout.strided(new long[] {out, in}, new long[] {1, out});
    return Linear.of(at, "W" + name, bias ? "b" + name : null, weights, x);
  }

  private Layout inner() {
    return Layout.plain(samples * steps, heads * size);
  }

  /** {@code [B, H, T, k]} in {@code [B T, H k]}. */
  private Layout rows() {
    long inner = heads * size;
    return Layout.strided(
        new long[] {samples, heads, steps, size}, new long[] {steps * inner, size, inner, 1});
  }

  /** {@code [B, H, k, T]} in {@code [B T, H k]}. */
  private Layout columns() {
    long inner = heads * size;
    return Layout.strided(
        new long[] {samples, heads, size, steps}, new long[] {steps * inner, size, 1, inner});
  }

  /** {@code [B, H, T, T]} with its last axes exchanged. */
  private Memory turned(Memory square) {
    return square.as(
        Layout.strided(
            new long[] {samples, heads, steps, steps},
            new long[] {heads * steps * steps, steps * steps, 1, steps}));
  }

  private void product(List<Step> steps, Memory a, Memory b, Memory c, double by) {
    steps.add(
        new Matmul(a.layout(), b.layout(), c.layout(), by)
            .forward()
            .call(at.arena())
            .with(Argument.SOURCE, a)
            .with(Argument.WEIGHTS, b)
            .with(Argument.DESTINATION, c)
            .bind());
  }

  private Step mask(Memory scores) {
    Memory mask = at.arena().allocate(Layout.plain(1, 1, steps, steps));
    for (int i = 0; i < steps; i++) {
      for (int j = i + 1; j < steps; j++) {
        mask.numbers().put((int) (i * steps + j), NEVER);
      }
    }
    return Binary.ADD
        .of(scores.layout(), mask.layout())
        .call(at.arena())
        .with(Argument.SOURCE, scores)
        .with(Argument.OTHER_SOURCE, mask)
        .with(Argument.DESTINATION, scores)
        .bind();
  }

  private Step softmax(Memory scores) {
    return new Softmax(scores.layout())
        .forward()
        .call(at.arena())
        .with(Argument.SOURCE, scores)
        .with(Argument.DESTINATION, scores)
        .bind();
  }

  private Step softmaxBackward(Memory a, Memory dA) {
    return new Softmax(a.layout())
        .backward()
        .call(at.arena())
        .with(Argument.DESTINATION, a)
        .with(Argument.DESTINATION_GRADIENT, dA)
        .with(Argument.SOURCE_GRADIENT, dA)
        .bind();
  }
}
