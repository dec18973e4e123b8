package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of its input along one axis. Out: the same shape, but for that axis.
 *
 * <p>Of sequences that are padded it takes features, or the first step alone.
 */
@Doc("A part of its input along one axis.")
@Elsewhere({"subset", "narrow"})
@Example(value = "{type: slice, start: 2, end: -1}", of = "[10, 32]", makes = "[7, 32]")
@Example(value = "{type: slice, axis: -1, start: 16}", of = "[10, 32]", makes = "[10, 16]")
public record Slice(
    @Doc("The axis, counted from 0 without the batch, or from the end if negative.") @Default("0")
        int axis,
    @Doc("The first place that is taken, from 0; from the end if negative.") @Default("0")
        int start,
    @Doc("The first place that is not; from the end if negative. The axis's end if left out.")
        @Nullable Integer end)
    implements Rearranging {

  @Override
  public Shape shaped(List<Shape> inputs) {
    Shape input = Axis.only(inputs);
    int along = input.axis(axis);
    int length = input.dim(along);
    int first = place(start, length);
    int last = end == null ? length : place(end, length);
    if (first < 0 || last > length || first >= last) {
      throw new ShapeException(
          "takes the places from %d to before %d, and axis %d of %s has 0 to %d"
              .formatted(first, last, along, input, length - 1));
    }
    return Axis.with(input, along, last - first);
  }

  private static int place(int written, int length) {
    return written < 0 ? written + length : written;
  }

  /** Each sequence has a first step of its own; what else there is of steps may be padding. */
  @Override
  public Padding padding(Site site) {
    boolean steps = site.input().axis(axis) == 0;
    boolean first = start == 0 && shaped(site.inputs()).dim(0) == 1;
    return steps ? first ? Padding.TAKEN : Padding.UNKNOWN : Padding.KEPT;
  }

  @Override
  public List<Move> moves(List<Shape> inputs) {
    Shape input = Axis.only(inputs);
    int along = input.axis(axis);
    Shape output = shaped(inputs);
    Move.Box from = Move.Box.at(input, Axis.place(input, along, place(start, input.dim(along))));
    return List.of(new Move(0, output.dims(), from, Move.Box.all(output)));
  }
}
