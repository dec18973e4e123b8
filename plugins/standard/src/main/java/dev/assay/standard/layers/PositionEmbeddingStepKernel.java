package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/** {@link PositionEmbedding}, step by step: adds the step's row of the table to each sample. */
public final class PositionEmbeddingStepKernel {

  private PositionEmbeddingStepKernel() {}

  /** Binds the layer. */
  public static Kernel bind(PositionEmbedding layer, Binding at, Reading reading) {
    int width = at.shape().dim(-1);
    Layout plain = Layout.plain(at.rows(), width);
    Memory table = at.parameters().value("W", Layout.plain(at.parameters().length("W")));
    Memory row = at.arena().allocate(Layout.plain(1, width));
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Step add = Binary.ADD.bind(at.arena(), x.memory(), row, y);
    Step take = () -> row.numbers().put(0, table.numbers(), reading.position() * width, width);
    return Kernel.of(List.of(x.move(), take, add), List.of());
  }
}
