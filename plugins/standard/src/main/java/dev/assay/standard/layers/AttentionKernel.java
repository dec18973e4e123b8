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
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link MultiHeadAttention} as products of matrices. Letters and axes are those of {@link
 * AttentionOperation}; heads lie side by side in the columns of Q, K and V, so that a head is a
 * view and nothing is moved.
 */
public final class AttentionKernel {

  private static final float NEVER = -1e30f;

  private final Binding at;
  private final long samples;
  private final long steps;
  private final long read;
  private final long heads;
  private final long size;
  private final long features;
  private final long memory;
  private final boolean causal;
  private final int @Nullable [] lengths;
  private final double scale;
  private final boolean bias;
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();

  private AttentionKernel(MultiHeadAttention layer, Binding at) {
    this.at = at;
    this.samples = at.rows();
    this.steps = at.shape().dim(0);
    this.features = at.shape().dim(1);
    Shape others = at.inputs().get(at.inputs().size() - 1).tensor().shape();
    this.read = others.dim(0);
    this.memory = others.dim(1);
    this.heads = layer.heads();
    this.size = layer.sizeOfHeads(at.site());
    this.scale = layer.scale(at.site());
    this.bias = layer.bias();
    this.causal = layer.causal();
    // What is before a step is never padding, so a causal layer need not look.
    this.lengths = causal ? null : at.lengths(at.inputs().size() - 1);
  }

  /** Binds the layer. */
  public static Kernel bind(CausalAttention layer, Binding at) {
    return bind(layer.general(), at);
  }

  /** Binds the layer. */
  public static Kernel bind(MultiHeadAttention layer, Binding at) {
    return new AttentionKernel(layer, at).bind();
  }

  private Kernel bind() {
    Port x = at.input(0, Layout.plain(samples * steps, features));
    forward.add(x.move());
    Port m = x;
    if (at.inputs().size() > 1) {
      m = at.input(1, Layout.plain(samples * read, memory));
      forward.add(m.move());
    }
    Projection q = projection("Q", x.memory(), steps, features);
    Projection k = projection("K", m.memory(), read, memory);
    Projection v = projection("V", m.memory(), read, memory);
    Memory joined = at.kept(inner(steps));
    Memory dHeads = at.training() ? at.scratch(inner(steps)) : joined;
    List<Step> back = heads(q, k, v, joined, dHeads);
    Linear o = linear("O", joined, features, heads * size);
    Memory y = at.produce(Layout.plain(samples * steps, features));
    forward.add(o.forward(y, null));
    if (at.training()) {
      Port dy = at.outputGradient(y.layout());
      backward.add(dy.move());
      backward.add(o.backwardWeights(dy.memory()));
      backward.add(o.backwardData(dy.memory(), dHeads));
      backward.addAll(back);
      projectionsBackward(q, k, v);
    }
    return Kernel.of(forward, backward);
  }

  /** Computes the heads' outputs; returns the way back. */
  private List<Step> heads(Projection q, Projection k, Projection v, Memory joined, Memory dHeads) {
    ShortAttention.Sizes sizes =
        new ShortAttention.Sizes(
            (int) samples, (int) steps, (int) read, (int) heads, (int) size, causal);
    if (sizes.areShort() && lengths == null) {
      ShortAttention attention = new ShortAttention(at.arena(), sizes, scale);
      forward.add(() -> attention.forward(q.y, k.y, v.y, joined));
      return List.of(() -> attention.backward(dHeads, q.dy, k.dy, v.dy));
    }
    Memory a = at.kept(Layout.plain(samples, heads, steps, read));
    product(forward, q.y.as(rows(steps)), k.y.as(columns(read)), a, scale);
    if (causal) {
      forward.add(masked(a, mask()));
    }
    if (lengths != null) {
      forward.add(padding(a, lengths));
    }
    forward.add(softmax(a));
    product(forward, a, v.y.as(rows(read)), joined.as(rows(steps)), 1);
    return at.training() ? headsBackward(a, q, k, v, dHeads) : List.of();
  }

  private List<Step> headsBackward(
      Memory a, Projection q, Projection k, Projection v, Memory dHeads) {
    List<Step> back = new ArrayList<>();
    Memory dA = at.scratch(a.layout());
    product(back, dHeads.as(rows(steps)), v.y.as(columns(read)), dA, 1);
    product(back, turned(a), dHeads.as(rows(steps)), v.dy.as(rows(read)), 1);
    back.add(softmaxBackward(a, dA));
    product(back, dA, k.y.as(rows(read)), q.dy.as(rows(steps)), scale);
    product(back, turned(dA), q.y.as(rows(steps)), k.dy.as(rows(read)), scale);
    return back;
  }

  private void projectionsBackward(Projection q, Projection k, Projection v) {
    for (Projection p : List.of(q, k, v)) {
      backward.add(p.linear.backwardWeights(p.dy));
    }
    if (at.inputs().size() == 1) {
      inputGradient(0, Layout.plain(samples * steps, features), q, k, v);
    } else {
      inputGradient(0, Layout.plain(samples * steps, features), q);
      inputGradient(1, Layout.plain(samples * read, memory), k, v);
    }
  }

  /** The gradient by an input that some projections read: the sum of what comes through each. */
  private void inputGradient(int index, Layout layout, Projection... projections) {
    Port dx = at.inputGradient(index, layout);
    if (dx != null) {
      for (int i = 0; i < projections.length; i++) {
        inputGradient(projections[i], i == 0 ? 0 : 1, dx.memory());
      }
      backward.add(dx.move());
    }
  }

  /** {@code dx = dy W'}, added to what is there where {@code beta} is 1. */
  private void inputGradient(Projection p, float beta, Memory dx) {
    long rows = dx.layout().dims()[0];
    long width = dx.layout().dims()[1];
    Memory w = at.parameters().value(p.linear.weight(), Layout.plain(width, heads * size));
    backward.add(new Gemm(rows, width, heads * size, false, true, beta).bind(p.dy, w, dx));
  }

  /** One of Q, K and V. */
  private record Projection(Linear linear, Memory y, Memory dy) {}

  private Projection projection(String name, Memory x, long rows, long width) {
    Linear linear = linear(name, x, heads * size, width);
    Memory y = at.kept(inner(rows));
    forward.add(linear.forward(y, null));
    return new Projection(linear, y, at.training() ? at.scratch(inner(rows)) : y);
  }

  /** Weights lie as {@code [in, out]}, the last axis fastest. */
  private Linear linear(String name, Memory x, long out, long in) {
    Layout weights = Layout.strided(new long[] {out, in}, new long[] {1, out});
    return Linear.of(at, "W" + name, bias ? "b" + name : null, weights, x);
  }

  private Layout inner(long rows) {
    return Layout.plain(samples * rows, heads * size);
  }

  /** {@code [B, H, T, k]} in {@code [B T, H k]}. */
  private Layout rows(long rows) {
    long inner = heads * size;
    return Layout.strided(
        new long[] {samples, heads, rows, size}, new long[] {rows * inner, size, inner, 1});
  }

  /** {@code [B, H, k, T]} in {@code [B T, H k]}. */
  private Layout columns(long rows) {
    long inner = heads * size;
    return Layout.strided(
        new long[] {samples, heads, size, rows}, new long[] {rows * inner, size, 1, inner});
  }

  /** {@code [B, H, T, S]} with its last axes exchanged. */
  private Memory turned(Memory weights) {
    return weights.as(
        Layout.strided(
            new long[] {samples, heads, read, steps},
            new long[] {heads * steps * read, steps * read, 1, read}));
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

  private Memory mask() {
    Memory mask = at.arena().allocate(Layout.plain(1, 1, steps, steps));
    for (int i = 0; i < steps; i++) {
      for (int j = i + 1; j < steps; j++) {
        mask.numbers().put((int) (i * steps + j), NEVER);
      }
    }
    return mask;
  }

  /** Nobody reads what is behind the end of a sample's own steps. */
  private Step padding(Memory scores, int[] ends) {
    Memory mask = at.arena().allocate(Layout.plain(samples, 1, 1, read));
    Step hide = masked(scores, mask);
    return () -> {
      for (int i = 0; i < mask.length(); i++) {
        mask.numbers().put(i, i % read < ends[(int) (i / read)] ? 0 : NEVER);
      }
      hide.run();
    };
  }

  private Step masked(Memory scores, Memory mask) {
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
