package dev.assay.standard.graph;

import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.convolution.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * How many points of a grid's border come or go.
 *
 * @param before at the start of each axis
 * @param behind at its end
 */
record Borders(List<Integer> before, List<Integer> behind) {

  /** One number for all sides; one for both sides of each axis; or two for each axis. */
  static Borders of(List<Integer> sizes, int axes) {
    if (sizes.size() != 1 && sizes.size() != axes && sizes.size() != 2 * axes) {
      throw new ShapeException(
          ("has borders of one number, of %d (one for each axis) or of %d (a start and an end"
                  + " for each), not of %d")
              .formatted(axes, 2 * axes, sizes.size()));
    }
    List<Integer> before = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    boolean both = sizes.size() == 2 * axes;
    for (int axis = 0; axis < axes; axis++) {
      int place = sizes.size() == 1 ? 0 : both ? 2 * axis : axis;
      before.add(sizes.get(place));
      behind.add(sizes.get(both ? place + 1 : place));
    }
    return new Borders(before, behind);
  }

  /** A grid with these borders around it. */
  Grid around(Grid grid) {
    return grid.sized(sum(grid.size(), 1));
  }

  /**
   * A grid without its borders.
   *
   * @throws ShapeException if nothing is left
   */
  Grid inside(Grid grid) {
    List<Integer> left = sum(grid.size(), -1);
    if (left.stream().anyMatch(length -> length < 1)) {
      List<Integer> none = grid.size().stream().map(length -> 0).toList();
      throw new ShapeException(
          "takes %s off the %s of %s, which leaves nothing"
              .formatted(Grid.text(sum(none, 1)), grid.kind(), Grid.text(grid.size())));
    }
    return grid.sized(left);
  }

  /** Where the corner of what is inside lies, for each axis of a sample. */
  List<Integer> corner(Grid grid) {
    return grid.axes(0, before);
  }

  /** At the start and the end of an axis together. */
  int both(int axis) {
    return Math.addExact(before.get(axis), behind.get(axis));
  }

  private List<Integer> sum(List<Integer> size, int sign) {
    List<Integer> sum = new ArrayList<>();
    for (int axis = 0; axis < size.size(); axis++) {
      sum.add(Math.addExact(size.get(axis), sign * both(axis)));
    }
    return sum;
  }
}
