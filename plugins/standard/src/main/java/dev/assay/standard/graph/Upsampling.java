package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import dev.assay.standard.convolution.Grid;
import java.util.ArrayList;
import java.util.List;

/** A layer that puts each point of a grid several times over (nearest neighbour). */
public interface Upsampling extends OnGrid {

  /** How often along each axis; one number for all. */
  List<Integer> factor();

  @Override
  default Shape shaped(List<Shape> inputs) {
    Grid grid = given(inputs);
    List<Integer> size = new ArrayList<>();
    for (int axis = 0; axis < axes(); axis++) {
      size.add(Math.multiplyExact(grid.size().get(axis), Grid.each(factor(), axes()).get(axis)));
    }
    return grid.sized(size).shape();
  }

  /** A move for each place within what becomes of a point. */
  @Override
  default List<Move> moves(List<Shape> inputs) {
    Shape input = Axis.only(inputs);
    List<Integer> times = given(inputs).axes(1, Grid.each(factor(), axes()));
    List<Integer> neighbours = Move.plainStrides(shaped(inputs));
    List<Integer> apart = new ArrayList<>();
    for (int axis = 0; axis < times.size(); axis++) {
      apart.add(neighbours.get(axis) * times.get(axis));
    }
    List<Move> moves = new ArrayList<>();
    Move within = new Move(0, times, Move.Box.all(input), new Move.Box(0, neighbours));
    within.each(
        (from, first) ->
            moves.add(new Move(0, input.dims(), Move.Box.all(input), new Move.Box(first, apart))));
    return moves;
  }
}
