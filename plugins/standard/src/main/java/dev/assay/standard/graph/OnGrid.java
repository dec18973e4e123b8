package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import dev.assay.standard.convolution.Grid;
import java.util.List;

/** A layer that puts the points of one grid elsewhere. */
interface OnGrid extends Rearranging {

  /** How many axes the grid has. */
  int axes();

  /** The grid that it is given. */
  default Grid given(List<Shape> inputs) {
    return Grid.of(Axis.only(inputs), axes());
  }
}
