package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Each pixel several times over, so that an image becomes larger (nearest neighbour).
 *
 * <p>In: an image {@code [channels, height, width]}. Out: {@code [channels, height f, width f']}
 * with the factors f.
 */
@Doc("Each pixel of an image several times over, so that it becomes larger.")
@Elsewhere({"up_sampling2d", "interpolate"})
public record Upsample2d(
    @Doc(value = "How often, vertically and horizontally; one number for both.", unit = "times")
        @Default("2")
        @Size(min = 1, max = 2)
        List<@Positive Integer> factor)
    implements Rearranging {

  private int vertical() {
    return factor.get(0);
  }

  private int horizontal() {
    return factor.get(factor.size() - 1);
  }

  @Override
  public Shape shaped(List<Shape> inputs) {
    Shape image = Borders.image(inputs);
    return Shape.of(
        image.dim(0),
        Math.multiplyExact(image.dim(1), vertical()),
        Math.multiplyExact(image.dim(2), horizontal()));
  }

  @Override
  public List<Move> moves(List<Shape> inputs) {
    Shape image = Borders.image(inputs);
    Shape output = shaped(inputs);
    int width = output.dim(2);
    List<Integer> strides = List.of(output.dim(1) * width, vertical() * width, horizontal());
    List<Move> moves = new ArrayList<>();
    for (int y = 0; y < vertical(); y++) {
      for (int x = 0; x < horizontal(); x++) {
        Move.Box to = new Move.Box(y * width + x, strides);
        moves.add(new Move(0, image.dims(), Move.Box.all(image), to));
      }
    }
    return moves;
  }
}
