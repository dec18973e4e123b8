package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import dev.assay.engine.shape.Shape;
import java.util.List;

/** A layer that takes one number of each window over a grid, channel by channel. */
public interface Pooled extends Layer {

  /** What is taken of a window. */
  PoolingWindow.Kind kind();

  /** What windows slide over. */
  Grid grid(Site site);

  /** How long a window is along each axis. */
  List<Integer> kernel(Grid grid);

  /** How far it moves along each axis. */
  List<Integer> stride(Grid grid);

  /** How far windows reach beyond each side. */
  default List<Integer> beyond(Grid grid) {
    return List.of(0);
  }

  /** The windows: a filter for each channel, though without weights. */
  default Windows windows(Grid grid) {
    Windows windows =
        Windows.of(
            grid.size().size(),
            grid.channels(),
            grid.channels(),
            kernel(grid),
            stride(grid),
            beyond(grid),
            List.of(1));
    windows.requirePixels();
    return windows;
  }

  /** Where the windows are. */
  default Grid places(Grid grid) {
    return windows(grid).over(grid);
  }

  @Override
  default Shape shape(Site site) {
    return places(grid(site)).shape();
  }

  @Override
  default Vertex vertex(Site site) {
    return own(site);
  }

  /** Our own mathematics. */
  default Vertex own(Site site) {
    return new Vertex.Own(() -> new PooledOperation(this, site), List.of(), site.weightInit());
  }

  @Override
  default Footprint footprint(Site site) {
    return Footprint.of(shape(site).size()).with(Images.AS_GIVEN);
  }

  @Override
  default long flops(Site site) {
    Grid grid = grid(site);
    return (long) shape(site).size() * windows(grid).points();
  }
}
