package dev.assay.standard.layers;

import dev.assay.engine.shape.ShapeException;
import java.util.List;

/** A height and a width; one number stands for both. */
record Extent(int height, int width) {

  static Extent of(List<Integer> sizes) {
    return new Extent(sizes.get(0), sizes.get(sizes.size() - 1));
  }

  int[] array() {
    return new int[] {height, width};
  }

  /** The room that a window takes whose pixels lie apart. */
  Extent spread(Extent dilation) {
    return new Extent(dilation.height * (height - 1) + 1, dilation.width * (width - 1) + 1);
  }

  /**
   * How often a window fits into an image.
   *
   * @param image the image's size
   * @param window the size of the window
   * @param stride how far it moves
   * @param padding how much is added on each side
   * @throws ShapeException if the window is larger than the image
   */
  static Extent positions(Extent image, Extent window, Extent stride, Extent padding) {
    int height = positions(image.height, window.height, stride.height, padding.height);
    int width = positions(image.width, window.width, stride.width, padding.width);
    if (height < 1 || width < 1) {
      throw new ShapeException(
          "has a window of %s, larger than the image of %s with padding %s"
              .formatted(window, image, padding));
    }
    return new Extent(height, width);
  }

  private static int positions(int image, int window, int stride, int padding) {
    return Math.floorDiv(image + 2 * padding - window, stride) + 1;
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
