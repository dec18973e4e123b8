package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.convolution.Grid;
import jakarta.validation.constraints.Positive;
import java.util.List;

/**
 * Channels of one pixel as the pixels of a block, so that the image becomes larger (<a
 * href="https://arxiv.org/abs/1609.05158">Shi et al. 2016</a>, section 2.2).
 *
 * <p>In: {@code [channels b b, height, width]}. Out: {@code [channels, height b, width b]}; channel
 * {@code (c b + i) b + j} becomes row i and column j of the blocks of channel c, as in PyTorch's
 * {@code pixel_shuffle}.
 */
@Doc("Channels of one pixel as the pixels of a block, so that the image becomes larger.")
@Elsewhere({"pixel_shuffle", "subpixel"})
@Example(value = "{type: depth_to_space, factor: 2}", of = "[8, 14, 14]", makes = "[2, 28, 28]")
public record DepthToSpace(
    @Doc(value = "Height and width of a block.", unit = "pixels") @Positive int factor)
    implements Rearranging {

  @Override
  public Shape shaped(List<Shape> inputs) {
    Grid image = Grid.of(Axis.only(inputs), 2);
    int pixels = Math.multiplyExact(factor, factor);
    if (image.channels() % pixels != 0) {
      throw new ShapeException(
          "makes blocks of %dx%d pixels of %d channels, which does not come out even"
              .formatted(factor, factor, image.channels()));
    }
    return Shape.of(
        image.channels() / pixels,
        Math.multiplyExact(image.size().get(0), factor),
        Math.multiplyExact(image.size().get(1), factor));
  }

  @Override
  public List<Move> moves(List<Shape> inputs) {
    return List.of(Blocks.of(Axis.only(inputs), factor).moved(false));
  }
}
