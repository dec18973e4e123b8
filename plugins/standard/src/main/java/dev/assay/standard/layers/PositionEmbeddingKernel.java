package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@link PositionEmbedding}: adds the first rows of the table to each sample. */
public final class PositionEmbeddingKernel {

  private PositionEmbeddingKernel() {}

  /** Binds the layer. */
  public static Kernel bind(PositionEmbedding layer, Binding at) {
    Layout plain = at.plain(at.shape());
    Layout row = Layout.plain(1, at.shape().dim(0), at.shape().dim(1));
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Step add = Binary.ADD.bind(at.arena(), x.memory(), at.parameters().value("W", row), y);
    List<Step> backward = new ArrayList<>();
    if (at.training()) {
      Port dy = at.outputGradient(plain);
      backward.add(dy.move());
      backward.add(sum(at, dy.memory()));
      Port dx = at.inputGradient(plain);
      if (dx != null) {
        backward.add(Reorder.copy(at.arena(), dy.memory(), dx.memory()));
        backward.add(dx.move());
      }
    }
    return Kernel.of(List.of(x.move(), add), backward);
  }

  /** A row's gradient is the sum over the samples; rows that are not used have none. */
  private static Step sum(Binding at, Memory dy) {
    int size = at.shape().size();
    Memory gradient = at.parameters().gradient("W", Layout.plain(at.parameters().length("W")));
    float[] all = new float[dy.length()];
    float[] sums = new float[gradient.length()];
    return () -> {
      dy.numbers().get(0, all);
      Arrays.fill(sums, 0);
      for (int start = 0; start < all.length; start += size) {
        for (int i = 0; i < size; i++) {
          sums[i] += all[start + i];
        }
      }
      gradient.numbers().put(0, sums);
    };
  }
}
