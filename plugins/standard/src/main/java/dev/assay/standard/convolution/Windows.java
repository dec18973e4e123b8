package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Places;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Windows that slide over a grid, and the weights that they have. Each list has a number for each
 * axis of the grid.
 *
 * @param filters output channels
 * @param groups into how many groups input and output channels are divided; a filter sees those of
 *     its own group
 * @param padding how far windows reach beyond the start of each axis
 * @param behind how far they reach beyond its end
 * @param dilation how far the points of a window lie apart
 */
public record Windows(
    int filters,
    int groups,
    List<Integer> kernel,
    List<Integer> stride,
    List<Integer> padding,
    List<Integer> behind,
    List<Integer> dilation) {

  /** Windows over a grid; a single number of a list stands for all of its axes. */
  static Windows on(
      Grid grid,
      int filters,
      int groups,
      List<Integer> kernel,
      List<Integer> stride,
      List<Margin> margins,
      List<Integer> dilation) {
    int axes = grid.size().size();
    List<Integer> none = Grid.each(List.of(0), axes);
    return new Windows(
            filters,
            groups,
            Grid.each(kernel, axes),
            Grid.each(stride, axes),
            none,
            none,
            Grid.each(dilation, axes))
        .beyond(grid, Grid.each(margins, axes));
  }

  /** How far windows reach beyond both ends of an axis. */
  private int beyond(int axis) {
    return Math.addExact(padding.get(axis), behind.get(axis));
  }

  /** The largest windows that fit. */
  private List<Integer> largest(Grid grid) {
    List<Integer> sizes = new ArrayList<>();
    for (int axis = 0; axis < kernel.size(); axis++) {
      sizes.add((room(grid, axis) - 1) / dilation.get(axis) + 1);
    }
    return sizes;
  }

  /** How much room there is for windows along an axis. */
  private int room(Grid grid, int axis) {
    return Math.addExact(grid.size().get(axis), beyond(axis));
  }

  /** The same windows, which reach beyond the grid. */
  private Windows beyond(Grid grid, List<Margin> margins) {
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int axis = 0; axis < kernel.size(); axis++) {
      Margin margin = margins.get(axis);
      int size = grid.size().get(axis);
      before.add(margin.before(size, reach(axis), stride.get(axis)));
      after.add(margin.behind(size, reach(axis), stride.get(axis)));
    }
    return new Windows(filters, groups, kernel, stride, before, after, dilation);
  }

  /** The room that a window takes along an axis. */
  int reach(int axis) {
    return Math.addExact(Math.multiplyExact(dilation.get(axis), kernel.get(axis) - 1), 1);
  }

  /**
   * The largest windows that make so many points of a grid: those that reach {@code size + padding
   * + behind - stride (wanted - 1)} points.
   *
   * @throws ShapeException if no window does
   */
  Windows making(List<Integer> wanted, Grid grid) {
    List<Integer> kernels = new ArrayList<>();
    for (int axis = 0; axis < kernel.size(); axis++) {
      int room = room(grid, axis);
      int reach =
          Math.subtractExact(room, Math.multiplyExact(stride.get(axis), wanted.get(axis) - 1));
      if (reach < 1 || (reach - 1) % dilation.get(axis) != 0) {
        throw new ShapeException(
            "has no kernel that makes %s of %s with stride %s, padding %s and dilation %s"
                .formatted(
                    Grid.text(wanted),
                    Grid.text(grid.size()),
                    Grid.text(stride),
                    Grid.text(padding),
                    Grid.text(dilation)),
            reach < 1
                ? "it makes %d of %d at most".formatted((room - 1) / stride.get(axis) + 1, room)
                : "its window would have to reach %d, which %d apart no points do"
                    .formatted(reach, dilation.get(axis)));
      }
      kernels.add((reach - 1) / dilation.get(axis) + 1);
    }
    return new Windows(filters, groups, kernels, stride, padding, behind, dilation);
  }

  /** What comes of a grid: {@code floor((size + padding + behind - reach) / stride) + 1} points. */
  Grid over(Grid grid) {
    requireGroups(grid);
    List<Integer> size = new ArrayList<>();
    for (int axis = 0; axis < kernel.size(); axis++) {
      int room = room(grid, axis);
      size.add(Math.floorDiv(room - reach(axis), stride.get(axis)) + 1);
    }
    if (Collections.min(size) < 1) {
      throw new ShapeException(
          "has a window of %s, larger than the %s of %s with padding %s"
              .formatted(
                  Grid.text(reaches()), grid.kind(), Grid.text(grid.size()), Grid.text(padding)),
          "a `kernel` of %s at most fits".formatted(Grid.text(largest(grid))));
    }
    return new Grid(filters, size);
  }

  /**
   * What comes of a grid the other way round: {@code (size - 1) stride - padding - behind + reach +
   * more}.
   *
   * @param more points at the end of each axis, fewer than the stride
   */
  Grid across(Grid grid, List<Integer> more) {
    requireGroups(grid);
    requireLess(more);
    List<Integer> size = new ArrayList<>();
    for (int axis = 0; axis < kernel.size(); axis++) {
      int steps = Math.multiplyExact(grid.size().get(axis) - 1, stride.get(axis));
      int all = Math.addExact(Math.addExact(steps, reach(axis)), more.get(axis));
      size.add(Math.subtractExact(all, beyond(axis)));
    }
    if (Collections.min(size) < 1) {
      throw new ShapeException(
          "makes %s of %s with padding %s, which leaves nothing"
              .formatted(Grid.text(size), Grid.text(grid.size()), Grid.text(padding)));
    }
    return new Grid(filters, size);
  }

  /** The same over each channel by itself. */
  Windows ofOneChannel() {
    return new Windows(1, 1, kernel, stride, padding, behind, dilation);
  }

  /** Whether some of them hold what is no part of the grid. */
  boolean reachBeyond() {
    return Collections.max(padding) > 0 || Collections.max(behind) > 0;
  }

  /**
   * Windows of a pooling hold something beside padding.
   *
   * @throws ShapeException if some do not
   */
  void requirePixels() {
    for (int axis = 0; axis < kernel.size(); axis++) {
      if (padding.get(axis) > kernel.get(axis) / 2) {
        throw new ShapeException(
            "has a padding of %s, more than half of the window of %s"
                .formatted(Grid.text(padding), Grid.text(kernel)),
            "a `padding` of %s at most fits"
                .formatted(Grid.text(kernel.stream().map(size -> size / 2).toList())));
      }
    }
  }

  /** How many there are over a sequence of any length. */
  Places places() {
    return new Places(padding.get(0) + behind.get(0) - reach(0), stride.get(0));
  }

  /**
   * How many points there are the other way round, of a sequence of any length.
   *
   * @param more points at the end
   */
  Places placesAcross(int more) {
    int beyond = reach(0) - stride.get(0) - padding.get(0) - behind.get(0);
    return Places.ofEach(stride.get(0), beyond + more);
  }

  private void requireGroups(Grid grid) {
    if (grid.channels() % groups != 0 || filters % groups != 0) {
      throw new ShapeException(
          "divides %d input channels and %d filters into %d groups, which does not come out even"
              .formatted(grid.channels(), filters, groups),
          "the groups that divide both are %s".formatted(divisors(grid.channels())));
    }
  }

  /** What divides both channels and filters. */
  private List<Integer> divisors(int channels) {
    return IntStream.rangeClosed(1, Math.min(channels, filters))
        .filter(number -> channels % number == 0 && filters % number == 0)
        .boxed()
        .toList();
  }

  private List<Integer> reaches() {
    List<Integer> reaches = new ArrayList<>();
    for (int axis = 0; axis < kernel.size(); axis++) {
      reaches.add(reach(axis));
    }
    return reaches;
  }

  /** With more, the other way round would not have been from there. */
  private void requireLess(List<Integer> more) {
    for (int axis = 0; axis < kernel.size(); axis++) {
      if (more.get(axis) >= stride.get(axis)) {
        throw new ShapeException(
            "has an output padding of %s, which must be less than the stride of %s"
                .formatted(Grid.text(more), Grid.text(stride)));
      }
    }
  }

  /** Numbers as DL4J takes them. */
  static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many points a window has. */
  int points() {
    return kernel.stream().reduce(1, Math::multiplyExact);
  }
}
