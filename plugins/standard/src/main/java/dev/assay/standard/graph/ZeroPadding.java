package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import java.util.List;

/** A layer that lays zeros around a grid. */
public interface ZeroPadding extends OnGrid {

  List<Integer> padding();

  private Borders borders() {
    return Borders.of(padding(), axes());
  }

  @Override
  default Shape shaped(List<Shape> inputs) {
    return borders().around(given(inputs)).shape();
  }

  @Override
  default List<Move> moves(List<Shape> inputs) {
    Shape input = Axis.only(inputs);
    Move.Box to = Move.Box.at(shaped(inputs), borders().corner(given(inputs)));
    return List.of(new Move(0, input.dims(), Move.Box.all(input), to));
  }
}
