package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Site;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Points along one, two or three axes, each with a number for every channel: a sequence {@code
 * [steps, features]}, whose features are its channels, an image {@code [channels, height, width]},
 * or a volume {@code [channels, depth, height, width]}.
 *
 * @param size how many points there are along each axis
 */
public record Grid(int channels, List<Integer> size) {

  private static final List<String> NAMES =
      List.of(
          "a sequence [steps, features]",
          "an image [channels, height, width]",
          "a volume [channels, depth, height, width]");

  private static final List<String> KINDS = List.of("sequence", "image", "volume");

  /** The only input, which must have so many axes beside its channels. */
  static Grid of(Site site, int axes) {
    return of(site.input(), axes);
  }

  /**
   * What a shape is with so many axes beside its channels.
   *
   * @throws ShapeException if it has others
   */
  public static Grid of(Shape input, int axes) {
    if (input.isSymbols() || input.rank() != axes + 1) {
      throw new ShapeException("takes %s, not %s".formatted(NAMES.get(axes - 1), input.describe()));
    }
    return axes == 1
        ? new Grid(input.dim(1), List.of(input.dim(0)))
        : new Grid(input.dim(0), input.dims().subList(1, input.rank()));
  }

  /** How samples lie. */
  public Shape shape() {
    return new Shape(axes(channels, size), 0);
  }

  /** What belongs to the channels, and to the points along each axis, in the order of the axes. */
  public List<Integer> axes(int ofChannels, List<Integer> ofPoints) {
    List<Integer> all = new ArrayList<>(ofPoints);
    all.add(isSequence() ? 1 : 0, ofChannels);
    return all;
  }

  /** As many channels of other points. */
  public Grid sized(List<Integer> other) {
    return new Grid(channels, other);
  }

  /** How many points there are. */
  public int points() {
    return size.stream().reduce(1, Math::multiplyExact);
  }

  /** Whether channels are the last axis, and not the first one. */
  boolean isSequence() {
    return size.size() == 1;
  }

  /** How it lies, as oneDNN sees it: {@code [rows, channels, ...]}. */
  Layout layout(long rows) {
    if (isSequence()) {
      long steps = size.get(0);
      return Layout.strided(
          new long[] {rows, channels, steps}, new long[] {steps * channels, 1, channels});
    }
    long[] dims = new long[size.size() + 2];
    dims[0] = rows;
    dims[1] = channels;
    for (int axis = 0; axis < size.size(); axis++) {
      dims[axis + 2] = size.get(axis);
    }
    return Layout.plain(dims);
  }

  /** What a key says of each axis; a single item stands for all. */
  public static <T> List<T> each(List<T> written, int axes) {
    if (written.size() != 1 && written.size() != axes) {
      throw new ShapeException(
          "takes one number for all %d axes, or %d, not %d: %s"
              .formatted(axes, axes, written.size(), written));
    }
    return written.size() == 1 ? Collections.nCopies(axes, written.get(0)) : written;
  }

  /** What a message calls it. */
  public String kind() {
    return KINDS.get(size.size() - 1);
  }

  /** {@code 28x28}, as messages call it. */
  public static String text(List<Integer> size) {
    return String.join("x", size.stream().map(String::valueOf).toList());
  }
}
