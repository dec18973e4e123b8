package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Gemm;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link MultiHeadAttention} in the letters of {@link AttentionOperation}: projections to Q, K and
 * V, what the heads make of them, and a projection of that.
 */
public final class AttentionKernel {

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
    AttentionSizes sizes =
        new AttentionSizes((int) samples, (int) steps, (int) read, (int) heads, (int) size, causal);
    if (ShortAttention.suits(sizes) && lengths == null) {
      ShortAttention attention = new ShortAttention(at.arena(), sizes, scale);
      forward.add(() -> attention.forward(q.y, k.y, v.y, joined));
      return List.of(() -> attention.backward(dHeads, q.dy, k.dy, v.dy));
    }
    AttentionHeads matrices = new AttentionHeads(at, sizes, scale, lengths);
    forward.addAll(matrices.forward(q.y, k.y, v.y, joined));
    return at.training() ? matrices.backward(q.y, k.y, v.y, dHeads, q.dy, k.dy, v.dy) : List.of();
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
}
