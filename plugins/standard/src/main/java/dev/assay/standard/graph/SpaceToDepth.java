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
 * The pixels of each block of an image as channels of one pixel (<a
 * href="https://arxiv.org/abs/1609.05158">Shi et al. 2016</a>, section 2.2, the other way round).
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [channels b b, height / b, width / b]};
 * channel {@code (c b + i) b + j} holds row i and column j of the blocks of channel c, as in
 * PyTorch's {@code pixel_unshuffle}. TensorFlow has the channels in another order, {@code (i b + j)
 * channels + c}.
 */
@Doc("The pixels of each block of an image as channels of one pixel; blocks of a channel together.")
@Elsewhere({"pixel_unshuffle", "reorg"})
@Example(value = "{type: space_to_depth, factor: 2}", of = "[6, 28, 28]", makes = "[24, 14, 14]")
public record SpaceToDepth(
    @Doc(value = "Height and width of a block.", unit = "pixels") @Positive int factor)
    implements Rearranging {

  @Override
  public Shape shaped(List<Shape> inputs) {
    Grid image = Grid.of(Axis.only(inputs), 2);
    int height = image.size().get(0);
    int width = image.size().get(1);
    if (height % factor != 0 || width % factor != 0) {
      throw new ShapeException(
          "divides an image of %dx%d into blocks of %dx%d, which does not come out even"
              .formatted(height, width, factor, factor));
    }
    int channels = Math.multiplyExact(image.channels(), Math.multiplyExact(factor, factor));
    return Shape.of(channels, height / factor, width / factor);
  }

  @Override
  public List<Move> moves(List<Shape> inputs) {
    Shape output = shaped(inputs);
    return List.of(Blocks.of(output, factor).moved(true));
  }
}
