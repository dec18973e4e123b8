package dev.assay.standard.convolution;

import java.util.List;

/**
 * Cross-correlation {@code y_fo = sum over c, k of w_fck x_c(s o + d k - p)} (Dumoulin and Visin
 * 2016, <a href="https://arxiv.org/abs/1603.07285">chapter 2</a>) in double precision: in loops
 * that a reader can follow, since only checks go through it. The same three numbers belong together
 * in all its derivatives, so it is told once which they are.
 *
 * <p>Axes: x {@code [rows, channels, ...]}, w {@code [filters, channels / groups, ...]}, y {@code
 * [rows, filters, ...]}; the points of a grid of fewer axes than three lie along the last ones.
 *
 * @param x the grid that windows slide over
 * @param y the grid of their places
 */
record Correlation(int rows, Windows windows, Grid x, Grid y) {

  /** A product: {@code y += x w}, or one of its derivatives. */
  interface Product {
    void add(int x, int w, int y);
  }

  /** All products. */
  void each(Product product) {
    int groups = windows.groups();
    for (int row = 0; row < rows; row++) {
      for (int filter = 0; filter < y.channels(); filter++) {
        int group = filter / (y.channels() / groups);
        for (int channel = 0; channel < x.channels() / groups; channel++) {
          int from = (row * x.channels() + group * (x.channels() / groups) + channel) * points(x);
          int by = (filter * (x.channels() / groups) + channel) * windows.points();
          int to = (row * y.channels() + filter) * points(y);
          points(0, from, by, to, product);
        }
      }
    }
  }

  /** Goes along one axis after the other. */
  private void points(int axis, int from, int by, int to, Product product) {
    if (axis == windows.kernel().size()) {
      product.add(from, by, to);
      return;
    }
    int length = x.size().get(axis);
    for (int place = 0; place < y.size().get(axis); place++) {
      for (int k = 0; k < windows.kernel().get(axis); k++) {
        int at =
            place * windows.stride().get(axis)
                + k * windows.dilation().get(axis)
                - windows.padding().get(axis);
        if (at >= 0 && at < length) {
          points(
              axis + 1,
              from + at * inner(x.size(), axis),
              by + k * inner(windows.kernel(), axis),
              to + place * inner(y.size(), axis),
              product);
        }
      }
    }
  }

  private static int points(Grid grid) {
    return inner(grid.size(), -1);
  }

  /** How far neighbours along an axis lie apart. */
  private static int inner(List<Integer> size, int axis) {
    return size.subList(axis + 1, size.size()).stream().reduce(1, (a, b) -> a * b);
  }
}
