package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.layers.StepPooling;
import dev.assay.standard.layers.StepPoolingKernel;
import java.util.List;

/** A layer whose only window is the whole grid; or all own steps of a sequence that is padded. */
public interface Overall extends Pooled {

  @Override
  default Grid grid(Site site) {
    int axes = site.input().rank() - 1;
    return Grid.of(site, axes < 1 || axes > 3 ? 2 : axes);
  }

  @Override
  default List<Integer> kernel(Grid grid) {
    return grid.size();
  }

  @Override
  default List<Integer> stride(Grid grid) {
    return grid.size();
  }

  @Override
  default Shape shape(Site site) {
    return Shape.of(grid(site).channels());
  }

  @Override
  default Padding padding(Site site) {
    return grid(site).isSequence() ? Padding.TAKEN : Padding.UNKNOWN;
  }

  /** What is taken of a sequence's own steps. */
  private StepPooling.Kind steps() {
    return kind() == PoolingWindow.Kind.LARGEST ? StepPooling.Kind.LARGEST : StepPooling.Kind.MEAN;
  }

  @Override
  default Vertex vertex(Site site) {
    return grid(site).isSequence()
        ? new Vertex.Own(() -> new StepPooling(steps()), List.of(), site.weightInit())
        : own(site);
  }

  /** Binds the layer; sequences that are padded are taken one by one. */
  static Kernel bind(Overall layer, Binding at) {
    return at.lengths(0) == null
        ? PooledKernel.bind(layer, at)
        : StepPoolingKernel.bind(layer.steps(), at);
  }
}
