package dev.assay.engine.run;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.report.ImageGrid.Tile;
import dev.assay.engine.shape.Shape;

/**
 * Images of a batch, as parts of a picture.
 *
 * @param images {@code [channels, height, width]} each
 */
record Tiles(Values images) {

  /** Whether what has this shape can be shown as an image. */
  static boolean arePossible(Shape shape) {
    return shape.rank() == 3 && !shape.isSymbols();
  }

  /**
   * One of them.
   *
   * @param wrong whether the caption tells of a mistake
   */
  Tile tile(int row, String caption, boolean wrong) {
    Shape shape = images.shape();
    return new Tile(shape.dim(0), shape.dim(1), shape.dim(2), images.row(row), caption, wrong);
  }
}
