package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Places;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import java.util.List;

/** A layer that takes the largest number, or the mean, of each window. */
public interface Pooled extends Windowed {

  /** What is taken of a window. */
  PoolingWindow.Kind kind();

  @Override
  default Vertex vertex(Site site) {
    return own(site);
  }

  /** Windows that reach beyond a sequence's end see what is there, which is told from zeros. */
  @Override
  default Padding padding(Site site) {
    Grid grid = grid(site);
    boolean zeros = kind() == PoolingWindow.Kind.MEAN_WITH_PADDING;
    return grid.isSequence()
            && Margin.fixed(beyond(), stride(grid))
            && (zeros || !windows(grid).reachBeyond())
        ? Padding.ZEROED
        : Padding.UNKNOWN;
  }

  @Override
  default Places places(Site site) {
    return windows(grid(site)).places();
  }

  /** Our own mathematics. */
  default Vertex own(Site site) {
    return new Vertex.Own(() -> new PooledOperation(this, site), List.of(), site.weightInit());
  }

  /** Training marks, in a byte, which number of each window was the largest. */
  @Override
  default Footprint footprint(Site site) {
    Footprint unmarked = Windowed.super.footprint(site);
    boolean marks = kind() == PoolingWindow.Kind.LARGEST;
    return marks ? unmarked.keeping(unmarked.output() / Float.BYTES) : unmarked;
  }
}
