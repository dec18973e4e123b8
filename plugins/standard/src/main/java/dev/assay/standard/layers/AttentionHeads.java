package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Matmul;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Softmax;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code softmax(s Q K' + D) V} for all samples and heads, as products of matrices, tile by tile,
 * in the letters of {@link AttentionOperation}. Heads lie side by side in the columns of Q, K and
 * V, so that a head is a view and nothing is moved.
 */
final class AttentionHeads {

  /** Added to a score, it leaves no weight. */
  static final float NEVER = -1e30f;

  private final Binding at;
  private final Arena arena;
  private final AttentionSizes sizes;
  private final double scale;
  private final int @Nullable [] lengths;
  private final Map<AttentionTile, Memory> weights = new LinkedHashMap<>(); // A, each [B, H, T, S]
  private final Map<Integer, Memory> masks = new HashMap<>();

  /**
   * Binds them.
   *
   * @param lengths how many of a sample's steps are no padding, if they may not all be read
   */
  AttentionHeads(Binding at, AttentionSizes sizes, double scale, int @Nullable [] lengths) {
    this.at = at;
    this.arena = at.arena();
    this.sizes = sizes;
    this.scale = scale;
    this.lengths = lengths;
    for (AttentionTile tile : AttentionTile.of(sizes)) {
      weights.put(tile, at.kept(scores(tile)));
    }
  }

  private static Layout scores(AttentionTile tile) {
    return Layout.plain(tile.samples(), tile.heads(), tile.asking(), tile.read());
  }

  /** Computes the heads' outputs, {@code [B T, H k]}. */
  List<Step> forward(Memory q, Memory k, Memory v, Memory heads) {
    List<Step> all = new ArrayList<>();
    weights.forEach(
        (tile, a) -> {
          all.add(Matmul.bind(arena, asking(q, tile), columns(k, tile), a, scale));
          if (sizes.causal()) {
            all.add(
                Binary.ADD.bind(
                    arena, a, masks.computeIfAbsent(tile.from(), from -> future(tile)), a));
          }
          if (lengths != null) {
            all.add(padding(tile, a, lengths));
          }
          all.add(Softmax.forward(arena, a, a));
          all.add(Matmul.bind(arena, a, read(v, tile), asking(heads, tile), 1));
        });
    return all;
  }

  /** Computes the gradients by Q, K and V of that by the heads' outputs. */
  List<Step> backward(
      Memory q, Memory k, Memory v, Memory dHeads, Memory dq, Memory dk, Memory dv) {
    long largest = weights.values().stream().mapToLong(Memory::length).max().orElseThrow();
    Memory scratch = at.scratch(Layout.plain(largest));
    List<Step> all = new ArrayList<>();
    weights.forEach(
        (tile, a) -> {
          Memory dA = scratch.as(a.layout());
          Memory dRows = asking(dHeads, tile);
          all.add(Matmul.bind(arena, dRows, columns(v, tile), dA, 1));
          all.add(gathered(tile, turned(a), dRows, read(dv, tile), 1));
          all.add(Softmax.backward(arena, a, dA, dA));
          all.add(Matmul.bind(arena, dA, read(k, tile), asking(dq, tile), scale));
          all.add(gathered(tile, turned(dA), asking(q, tile), read(dk, tile), scale));
        });
    return all;
  }

  /** What comes back to the steps read: the last tile of some samples and heads reads them all. */
  private Step gathered(AttentionTile tile, Memory a, Memory b, Memory c, double by) {
    return tile.to() == sizes.steps()
        ? Matmul.bind(arena, a, b, c, by)
        : Matmul.add(arena, a, b, c, by);
  }

  /** {@code [B, H, T, k]} in {@code [B T, H k]}. */
  private Memory asking(Memory part, AttentionTile tile) {
    return view(part, tile, tile.from(), tile.asking(), sizes.size(), sizes.inner(), 1);
  }

  /** {@code [B, H, S, k]} in {@code [B S, H k]}. */
  private Memory read(Memory part, AttentionTile tile) {
    return view(part, tile, 0, tile.read(), sizes.size(), sizes.inner(), 1);
  }

  /** {@code [B, H, k, S]} in {@code [B S, H k]}. */
  private Memory columns(Memory part, AttentionTile tile) {
    return view(part, tile, 0, sizes.size(), tile.read(), 1, sizes.inner());
  }

  private Memory view(
      Memory part, AttentionTile tile, int first, long m, long n, long down, long across) {
    long rows = part.layout().dims()[0] / sizes.samples();
    long start = (tile.sample() * rows + first) * sizes.inner() + (long) tile.head() * sizes.size();
    return part.view(
        Layout.strided(
            new long[] {tile.samples(), tile.heads(), m, n},
            new long[] {rows * sizes.inner(), sizes.size(), down, across}),
        start);
  }

  /** {@code [B, H, T, S]} with its last axes exchanged. */
  private static Memory turned(Memory weights) {
    long[] dims = weights.layout().dims();
    long of = dims[2] * dims[3];
    return weights.as(
        Layout.strided(
            new long[] {dims[0], dims[1], dims[3], dims[2]},
            new long[] {dims[1] * of, of, 1, dims[3]}));
  }

  /** What hides the steps after each that asks. */
  private Memory future(AttentionTile tile) {
    Memory mask = arena.allocate(Layout.plain(1, 1, tile.asking(), tile.read()));
    for (int i = 0; i < tile.asking(); i++) {
      for (int j = tile.from() + i + 1; j < tile.read(); j++) {
        mask.numbers().put(i * tile.read() + j, NEVER);
      }
    }
    return mask;
  }

  /** Nobody reads what is behind the end of a sample's own steps. */
  private Step padding(AttentionTile tile, Memory scores, int[] ends) {
    int read = tile.read();
    Memory mask = arena.allocate(Layout.plain(tile.samples(), 1, 1, read));
    Step hide = Binary.ADD.bind(arena, scores, mask, scores);
    return () -> {
      for (int i = 0; i < mask.length(); i++) {
        boolean own = i % read < ends[tile.sample() + i / read];
        mask.numbers().put(i, own ? 0 : NEVER);
      }
      hide.run();
    };
  }
}
