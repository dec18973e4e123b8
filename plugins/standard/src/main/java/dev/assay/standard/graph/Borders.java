package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.List;

/** How many pixels of an image's border come or go on each side. */
record Borders(int top, int bottom, int left, int right) {

  /** One number for all sides; two for top and bottom, left and right; or four in this order. */
  static Borders of(List<Integer> sizes) {
    return switch (sizes.size()) {
      case 1 -> new Borders(sizes.get(0), sizes.get(0), sizes.get(0), sizes.get(0));
      case 2 -> new Borders(sizes.get(0), sizes.get(0), sizes.get(1), sizes.get(1));
      case 4 -> new Borders(sizes.get(0), sizes.get(1), sizes.get(2), sizes.get(3));
      default ->
          throw new ShapeException(
              "has borders of one number, two (vertical, horizontal) or four (top, bottom, left,"
                  + " right), not %d".formatted(sizes.size()));
    };
  }

  /** Where the image's corner is. */
  List<Integer> corner() {
    return List.of(0, top, left);
  }

  int vertical() {
    return top + bottom;
  }

  int horizontal() {
    return left + right;
  }

  /** The only input, which must be an image. */
  static Shape image(List<Shape> inputs) {
    Shape image = Axis.only(inputs);
    if (image.rank() != 3) {
      throw new ShapeException("takes an image [channels, height, width], not " + image.describe());
    }
    return image;
  }
}
