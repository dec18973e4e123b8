package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Footprint;
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
