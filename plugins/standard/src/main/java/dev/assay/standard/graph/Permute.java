package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.stream.IntStream;

/** The axes of its input in another order: axis {@code i} of the output is {@code axes[i]}. */
@Doc("The axes of its input in another order.")
@Elsewhere("transpose")
@Example(value = "{type: permute, axes: [1, 0]}", of = "[10, 32]", makes = "[32, 10]")
public record Permute(
    @Doc("The input's axes, counted from 0 without the batch, in the order of the output's.")
        @NotEmpty
        List<Integer> axes)
    implements Rearranging {

  @Override
  public Shape shaped(List<Shape> inputs) {
    Shape input = Axis.only(inputs);
    List<Integer> all = IntStream.range(0, input.rank()).boxed().toList();
    if (!axes.stream().sorted().toList().equals(all)) {
      throw new ShapeException(
          "needs each axis of %s once, %s in any order, not %s"
              .formatted(input.describe(), all, axes));
    }
    return new Shape(axes.stream().map(input::dim).toList(), 0);
  }

  @Override
  public List<Move> moves(List<Shape> inputs) {
    Shape output = shaped(inputs);
    List<Integer> strides = Move.plainStrides(Axis.only(inputs));
    Move.Box from = new Move.Box(0, axes.stream().map(strides::get).toList());
    return List.of(new Move(0, output.dims(), from, Move.Box.all(output)));
  }
}
