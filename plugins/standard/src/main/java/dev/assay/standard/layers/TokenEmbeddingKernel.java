package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import java.util.Arrays;
import java.util.List;

/** {@link TokenEmbedding}: copies rows of the table, and adds up the gradients of those copied. */
public final class TokenEmbeddingKernel {

  private final float[] symbols;
  private final int width;
  private final Memory table;
  private final Memory output;

  private TokenEmbeddingKernel(TokenEmbedding layer, Binding at) {
    this.symbols = at.symbols().floats();
    this.width = layer.width();
    this.table = at.parameters().value("W", layout(at));
    this.output = at.produce(at.plain(at.shape()));
  }

  /** Binds the layer. */
  public static Kernel bind(TokenEmbedding layer, Binding at) {
    TokenEmbeddingKernel kernel = new TokenEmbeddingKernel(layer, at);
    if (!at.training()) {
      return Kernel.of(List.of(kernel::copy), List.of());
    }
    Port dy = at.outputGradient(kernel.output.layout());
    Memory gradient = at.parameters().gradient("W", layout(at));
    float[] sums = new float[kernel.table.length()];
    float[] rows = new float[kernel.output.length()];
    return Kernel.of(
        List.of(kernel::copy),
        List.of(dy.move(), () -> kernel.add(dy.memory(), gradient, sums, rows)));
  }

  private static Layout layout(Binding at) {
    return Layout.plain(at.site().input().symbols(), at.shape().dim(-1));
  }

  private void copy() {
    for (int i = 0; i < symbols.length; i++) {
      output.numbers().put(i * width, table.numbers(), ((int) symbols[i]) * width, width);
    }
  }

  private void add(Memory dy, Memory gradient, float[] sums, float[] rows) {
    Arrays.fill(sums, 0);
    dy.numbers().get(0, rows);
    for (int i = 0; i < symbols.length; i++) {
      int to = ((int) symbols[i]) * width;
      int from = i * width;
      for (int j = 0; j < width; j++) {
        sums[to + j] += rows[from + j];
      }
    }
    gradient.numbers().put(0, sums);
  }
}
