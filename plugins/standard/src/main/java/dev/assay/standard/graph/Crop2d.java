package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An image without its borders.
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [channels, height - top - bottom, width -
 * left - right]}.
 */
@Doc("An image without its borders.")
@Elsewhere("cropping2d")
public record Crop2d(
    @Doc(
            value =
                "How much goes on each side; one number for all, two for vertical and horizontal,"
                    + " or four: top, bottom, left, right.",
            unit = "pixels")
        @Size(min = 1, max = 4)
        List<@PositiveOrZero Integer> cropping)
    implements Rearranging {

  @Override
  public Shape shaped(List<Shape> inputs) {
    Shape image = Borders.image(inputs);
    Borders borders = Borders.of(cropping);
    int height = image.dim(1) - borders.vertical();
    int width = image.dim(2) - borders.horizontal();
    if (height < 1 || width < 1) {
      throw new ShapeException(
          "takes %d rows and %d columns off an image of %dx%d, which leaves nothing"
              .formatted(borders.vertical(), borders.horizontal(), image.dim(1), image.dim(2)));
    }
    return Shape.of(image.dim(0), height, width);
  }

  @Override
  public List<Move> moves(List<Shape> inputs) {
    Shape output = shaped(inputs);
    Move.Box from = Move.Box.at(Borders.image(inputs), Borders.of(cropping).corner());
    return List.of(new Move(0, output.dims(), from, Move.Box.all(output)));
  }
}
