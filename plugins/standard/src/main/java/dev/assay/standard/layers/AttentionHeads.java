package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code softmax(s Q K' + D) V} for all samples and heads, as products of matrices, in the letters
 * of {@link AttentionOperation}. Heads lie side by side in the columns of Q, K and V, so that a
 * head is a view and nothing is moved.
 */
final class AttentionHeads {

  private final Binding at;
  private final AttentionSteps steps;
  private final ShortAttention.Sizes sizes;
  private final double scale;
  private final int @Nullable [] lengths;
  private final Memory a; // [B, H, T, S]

  /**
   * Binds them.
   *
   * @param lengths how many of a sample's steps are no padding, if they may not all be read
   */
  AttentionHeads(Binding at, ShortAttention.Sizes sizes, double scale, int @Nullable [] lengths) {
    this.at = at;
    this.steps = new AttentionSteps(at.arena());
    this.sizes = sizes;
    this.scale = scale;
    this.lengths = lengths;
    this.a = at.kept(Layout.plain(sizes.samples(), sizes.heads(), sizes.steps(), sizes.read()));
  }

  /** Computes the heads' outputs, {@code [B T, H k]}. */
  List<Step> forward(Memory q, Memory k, Memory v, Memory heads) {
    List<Step> all = new ArrayList<>();
    all.add(steps.product(rows(q, sizes.steps()), columns(k), a, scale));
    if (sizes.causal()) {
      all.add(steps.hide(a, future()));
    }
    if (lengths != null) {
      all.add(padding(lengths));
    }
    all.add(steps.softmax(a));
    all.add(steps.product(a, rows(v, sizes.read()), rows(heads, sizes.steps()), 1));
    return all;
  }

  /** Computes the gradients by Q, K and V of that by the heads' outputs. */
  List<Step> backward(
      Memory q, Memory k, Memory v, Memory dHeads, Memory dq, Memory dk, Memory dv) {
    Memory dA = at.scratch(a.layout());
    Memory dRows = rows(dHeads, sizes.steps());
    return List.of(
        steps.product(dRows, columns(v), dA, 1),
        steps.product(turned(a), dRows, rows(dv, sizes.read()), 1),
        steps.softmaxBackward(a, dA),
        steps.product(dA, rows(k, sizes.read()), rows(dq, sizes.steps()), scale),
        steps.product(turned(dA), rows(q, sizes.steps()), rows(dk, sizes.read()), scale));
  }

  /** {@code [B, H, T, k]} in {@code [B T, H k]}. */
  private Memory rows(Memory part, long rows) {
    return view(part, rows, sizes.size(), sizes.inner(), 1);
  }

  /** {@code [B, H, k, S]} in {@code [B S, H k]}. */
  private Memory columns(Memory part) {
    return view(part, sizes.size(), sizes.read(), 1, sizes.inner());
  }

  private Memory view(Memory part, long m, long n, long down, long across) {
    long rows = part.layout().dims()[0] / sizes.samples();
    return part.as(
        Layout.strided(
            new long[] {sizes.samples(), sizes.heads(), m, n},
            new long[] {rows * sizes.inner(), sizes.size(), down, across}));
  }

  /** {@code [B, H, T, S]} with its last axes exchanged. */
  private Memory turned(Memory weights) {
    long of = (long) sizes.steps() * sizes.read();
    return weights.as(
        Layout.strided(
            new long[] {sizes.samples(), sizes.heads(), sizes.read(), sizes.steps()},
            new long[] {sizes.heads() * of, of, 1, sizes.read()}));
  }

  private Memory future() {
    int n = sizes.steps();
    Memory mask = at.arena().allocate(Layout.plain(1, 1, n, n));
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        mask.numbers().put(i * n + j, AttentionSteps.NEVER);
      }
    }
    return mask;
  }

  /** Nobody reads what is behind the end of a sample's own steps. */
  private Step padding(int[] ends) {
    int read = sizes.read();
    Memory mask = at.arena().allocate(Layout.plain(sizes.samples(), 1, 1, read));
    Step hide = steps.hide(a, mask);
    return () -> {
      for (int i = 0; i < mask.length(); i++) {
        mask.numbers().put(i, i % read < ends[i / read] ? 0 : AttentionSteps.NEVER);
      }
      hide.run();
    };
  }
}
