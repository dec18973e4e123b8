package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Its inputs one behind the other along an axis.
 *
 * <p>In: shapes that are the same but for that axis. Out: the same, where the axis is as long as
 * all of theirs together.
 */
@Doc("Its inputs one behind the other along an axis; all other axes must have the same length.")
@Elsewhere({"concat", "concatenate", "cat"})
@Example(
    value = "{type: merge}",
    of = {"[20]", "[5]"},
    makes = "[25]")
@Example(
    value = "{type: merge}",
    of = {"[6, 28, 28]", "[16, 28, 28]"},
    makes = "[22, 28, 28]")
public record Merge(
    @Doc(
            "The axis, counted from 0 without the batch, or from the end if negative; the channels"
                + " of images and volumes, and else the features, if left out.")
        @Nullable Integer axis)
    implements Rearranging {

  @Override
  public Shape shaped(List<Shape> inputs) {
    Shape first = inputs.get(0);
    if (inputs.size() < 2) {
      throw new ShapeException("merges two inputs or more, not one", "`from: [a, b]` names them");
    }
    int along = along(first);
    int length = 0;
    for (Shape input : inputs) {
      if (!alike(first, along).test(input)) {
        throw new ShapeException(
            "merges along axis %d, so all other axes must be alike; %s and %s are not"
                .formatted(along, first, input),
            fitting(inputs));
      }
      length = Math.addExact(length, input.dim(along));
    }
    return Axis.with(first, along, length);
  }

  /** Along which axis they could be merged. */
  private static @Nullable String fitting(List<Shape> inputs) {
    Shape first = inputs.get(0);
    for (int along = 0; along < first.rank(); along++) {
      if (inputs.stream().allMatch(alike(first, along))) {
        return "`axis: %d` would fit".formatted(along);
      }
    }
    return null;
  }

  /** Whether a shape is the same as the first one but for an axis. */
  private static Predicate<Shape> alike(Shape first, int along) {
    return input ->
        input.rank() == first.rank()
            && Axis.with(input, along, 1).equals(Axis.with(first, along, 1));
  }

  @Override
  public Padding padding(Site site) {
    return along(site.inputs().get(0)) > 0 ? Padding.KEPT : Padding.UNKNOWN;
  }

  private int along(Shape shape) {
    return shape.axis(axis == null ? (shape.rank() > 2 ? 0 : -1) : axis);
  }

  @Override
  public List<Move> moves(List<Shape> inputs) {
    Shape output = shaped(inputs);
    int along = along(output);
    List<Move> moves = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < inputs.size(); i++) {
      Shape input = inputs.get(i);
      Move.Box to = Move.Box.at(output, Axis.place(output, along, start));
      moves.add(new Move(i, input.dims(), Move.Box.all(input), to));
      start += input.dim(along);
    }
    return moves;
  }
}
