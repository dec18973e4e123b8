package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.shape.Shape;
import java.util.List;

/** A layer that makes one number of each window over a grid, channel by channel. */
public interface Windowed extends Layer {

  /** What windows slide over. */
  Grid grid(Site site);

  /** How long a window is along each axis. */
  List<Integer> kernel(Grid grid);

  /** How far it moves along each axis. */
  List<Integer> stride(Grid grid);

  /** How far windows reach beyond each side. */
  default List<Margin> beyond() {
    return List.of(Margin.NONE);
  }

  /** The windows: a filter for each channel, though without weights. */
  default Windows windows(Grid grid) {
    int channels = grid.channels();
    Windows windows =
        Windows.on(grid, channels, channels, kernel(grid), stride(grid), beyond(), List.of(1));
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
  default Footprint footprint(Site site) {
    return Footprint.of(shape(site).size()).with(Images.AS_GIVEN);
  }

  @Override
  default long flops(Site site) {
    Grid grid = grid(site);
    return (long) shape(site).size() * windows(grid).points();
  }
}
